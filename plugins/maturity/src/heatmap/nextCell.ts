// Where an arrow key leads in the heat map.
import type { HeatRow } from './heatRows';

const moves: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Rows without cells to open are passed over; undefined for other keys and at the edges. */
export function nextCell(
  key: string,
  row: number,
  column: number,
  rows: readonly HeatRow[],
  columns: number,
): { row: number; column: number } | undefined {
  const move = moves[key];
  if (!move) return undefined;
  let next = row + move[0];
  while (rows[next] && rows[next].type !== 'counts') next += move[0];
  const to = { row: next, column: column + move[1] };
  return rows[to.row] && to.column >= 0 && to.column < columns ? to : undefined;
}
