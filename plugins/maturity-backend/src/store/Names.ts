// Numbers in place of long names that history repeats: components, workloads, checks, environments, verdicts.
import type { Knex } from 'knex';
import { chunks } from './chunks';
import type { NameRow } from './rows';

/** Names remembered in memory; more than that, and they are read again. */
const most = 50_000;

/** The dictionary of names. A name keeps its number for ever. */
export class Names {
  private readonly numbers = new Map<string, number>();

  constructor(private readonly knex: Knex) {}

  /**
   * The numbers of names; new ones are added. What is added counts once the transaction has ended well, so it is not
   * remembered before {@link remember}.
   */
  async numbersOf(tx: Knex.Transaction, names: Iterable<string>): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    const missing: string[] = [];
    // In one order, so that two transactions that add the same names never wait for each other.
    for (const name of [...new Set(names)].sort()) {
      const number = this.numbers.get(name);
      if (number === undefined) missing.push(name);
      else found.set(name, number);
    }
    for (const some of chunks(missing, 400)) {
      await tx<NameRow>('maturity_names')
        .insert(some.map(name => ({ name })))
        .onConflict('name')
        .ignore();
      for (const { id, name } of await tx<NameRow>('maturity_names').whereIn('name', some)) found.set(name, Number(id));
    }
    return found;
  }

  /** Remembers numbers that were given in a transaction which has ended well. */
  remember(found: ReadonlyMap<string, number>): void {
    if (this.numbers.size > most) this.numbers.clear();
    for (const [name, number] of found) this.numbers.set(name, number);
  }

  /** The names of numbers. */
  async namesOf(numbers: Iterable<number>): Promise<Map<number, string>> {
    const found = new Map<number, string>();
    for (const some of chunks([...new Set(numbers)], 900))
      for (const { id, name } of await this.knex<NameRow>('maturity_names').whereIn('id', some))
        found.set(Number(id), name);
    return found;
  }
}
