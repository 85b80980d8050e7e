// Chooses the warehouse that ships an order: the nearest of those that have everything in stock.
import { nanoid } from 'nanoid';

export interface Warehouse {
  readonly name: string;
  readonly kilometres: number;
  readonly stock: ReadonlyMap<string, number>;
}

export function chooseWarehouse(articles: ReadonlyMap<string, number>, warehouses: readonly Warehouse[]): { shipment: string; warehouse?: string } {
  const able = warehouses.filter(one => [...articles].every(([article, wanted]) => (one.stock.get(article) ?? 0) >= wanted));
  const nearest = able.sort((a, b) => a.kilometres - b.kilometres)[0];
  return { shipment: nanoid(), warehouse: nearest?.name };
}
