// History in little space: names as numbers, evidence as short rows, a cause without what the transition says itself.
import type { ObjectRef } from '@maturity-roadmap/engine';
import { groupBy } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import type { Change } from './diffReports';
import { judged } from './diffReports';
import { Names } from './Names';
import type { NameRow, ReportRow, StoredTransitionRow, TransitionRow } from './rows';
import { upsertRows } from './tables';
import { transitionTable } from './tableList';
import type { ShortEvidence } from './transitionText';
import { causeOfText, causeText, evidenceText, lengthen, withoutNul } from './transitionText';
import type { Visible } from './visibility';
import { whereVisible } from './visibility';

/** A change of a component, at the milliseconds since 1970. */
export interface DatedChange {
  ref: string;
  at: number;
  change: Change;
}

const nameOfWorkload = ({ workload }: Change) => (workload ? JSON.stringify(workload) : undefined);

const namesIn = ({ ref, change }: DatedChange): string[] =>
  [ref, change.check, change.topic, change.environment, nameOfWorkload(change), change.from, change.to].filter(
    name => name !== undefined,
  );

type ComponentColumns = Pick<ReportRow, 'title' | 'owner' | 'system'>;

/** A transition with what the catalog calls its component. */
export type NamedTransition = TransitionRow & ComponentColumns;

const isoOf = (at: number | string) => new Date(Number(at)).toISOString();

/** Keeps transitions. */
export class TransitionStore {
  private readonly names: Names;

  constructor(private readonly knex: Knex) {
    this.names = new Names(knex);
  }

  /** Adds changes in their order. Returns what to call once the transaction has ended well. */
  async add(tx: Knex.Transaction, changes: readonly DatedChange[]): Promise<() => void> {
    if (changes.length === 0) return () => {};
    const numbers = await this.names.numbersOf(tx, changes.flatMap(namesIn));
    const numberOf = (name: string | undefined) => (name === undefined ? null : numbers.get(name)!);
    const rows = changes.map(({ ref, at, change }): Omit<StoredTransitionRow, 'id'> => ({
      component_id: numberOf(ref)!,
      at,
      check_id: numberOf(change.check),
      topic_id: numberOf(change.topic),
      environment_id: numberOf(change.environment),
      workload_id: numberOf(nameOfWorkload(change)),
      from_id: numberOf(change.from),
      to_id: numberOf(change.to)!,
      reason: withoutNul(change.reason),
      evidence: evidenceText(change),
      cause: causeText(change),
    }));
    await upsertRows(tx, transitionTable, rows);
    return () => this.names.remember(numbers);
  }

  /** Newest first: of one component, the changes of level of all, or those of verdicts in a topic. */
  async newest(
    of: { component: string } | { levelsOf: Visible } | { topic: string; visible: Visible },
    limit: number,
  ): Promise<NamedTransition[]> {
    const query = this.named(limit);
    if ('component' in of) query.where('n.name', of.component);
    else if ('topic' in of)
      whereVisible(query, of.visible, 'n.name').where('t.topic_id', this.numberOf(of.topic)).whereNotNull('t.from_id');
    else whereVisible(query, of.levelsOf, 'n.name').whereNull('t.environment_id').whereNotNull('t.from_id');
    return this.expandNamed(await query);
  }

  /** Verdicts of components of some owners that failed before and are met since, newest first. */
  async mended(owners: readonly string[], visible: Visible, limit: number): Promise<NamedTransition[]> {
    const met = this.knex<NameRow>('maturity_names').whereIn('name', ['pass', 'warn']).select('id');
    const query = whereVisible(this.named(limit), visible, 'n.name')
      .whereIn('r.owner', owners)
      .where('t.from_id', this.numberOf('fail'))
      .whereIn('t.to_id', met)
      .whereNotNull('t.check_id');
    return this.expandNamed(await query);
  }

  /** When a verdict in a topic changed last, by component. */
  async changedAt(topic: string, refs: readonly string[]): Promise<Map<string, string>> {
    const rows: { name: string; at: number | string }[] = await whereVisible(
      this.ofComponents(),
      new Set(refs),
      'n.name',
    )
      .where('t.topic_id', this.numberOf(topic))
      .groupBy('n.name')
      .select('n.name')
      .max({ at: 't.at' });
    return new Map(rows.map(({ name, at }) => [name, isoOf(at)]));
  }

  /** When components and their environments were seen for the first time. */
  async appearances(refs: readonly string[]): Promise<Map<string, string[]>> {
    const rows: { name: string; at: number | string }[] = await whereVisible(
      this.ofComponents(),
      new Set(refs),
      'n.name',
    )
      .whereNull('t.check_id')
      .where(one => one.whereNull('t.from_id').orWhere('t.to_id', this.numberOf(judged)))
      .select('n.name', 't.at');
    return new Map([...groupBy(rows, row => row.name)].map(([ref, some]) => [ref, some.map(({ at }) => isoOf(at))]));
  }

  private ofComponents() {
    return this.knex({ t: 'maturity_transitions' }).join({ n: 'maturity_names' }, 'n.id', 't.component_id');
  }

  private named(limit: number) {
    return this.ofComponents()
      .join({ r: 'maturity_reports' }, 'r.component_ref', 'n.name')
      .orderBy([
        { column: 't.at', order: 'desc' },
        { column: 't.id', order: 'desc' },
      ])
      .limit(limit)
      .select('t.*', 'r.title', 'r.owner', 'r.system');
  }

  private numberOf(name: string) {
    return this.knex<NameRow>('maturity_names').where({ name }).select('id');
  }

  private async expandNamed(rows: readonly (StoredTransitionRow & ComponentColumns)[]): Promise<NamedTransition[]> {
    const long = await this.expand(rows);
    return rows.map(({ title, owner, system }, at) => ({ ...long[at], title, owner, system }));
  }

  /** All of them, oldest first. */
  async all(): Promise<TransitionRow[]> {
    return this.expand(await this.knex<StoredTransitionRow>('maturity_transitions').orderBy(['at', 'id']));
  }

  /** Removes those before an instant. Returns how many there were. */
  async forgetBefore(instant: Date): Promise<number> {
    return this.knex<StoredTransitionRow>('maturity_transitions').where('at', '<', instant.getTime()).delete();
  }

  private async expand(rows: readonly StoredTransitionRow[]): Promise<TransitionRow[]> {
    const numbers = rows.flatMap(row => [
      row.component_id,
      row.check_id,
      row.topic_id,
      row.environment_id,
      row.workload_id,
      row.from_id,
      row.to_id,
    ]);
    const names = await this.names.namesOf(numbers.filter(number => number !== null));
    const nameOf = (number: number | null) => (number === null ? null : names.get(number)!);
    return rows.map(row => {
      const workload = nameOf(row.workload_id);
      const ref = workload ? (JSON.parse(workload) as ObjectRef) : undefined;
      const [before, after] = row.evidence ? (JSON.parse(row.evidence) as ShortEvidence[][]) : [];
      return {
        id: String(row.id),
        component_ref: nameOf(row.component_id)!,
        at: isoOf(row.at),
        check_id: nameOf(row.check_id),
        topic: nameOf(row.topic_id),
        environment: nameOf(row.environment_id),
        workload: ref ?? null,
        from: nameOf(row.from_id),
        to: nameOf(row.to_id)!,
        reason: row.reason,
        evidenceBefore: before ? lengthen(before, ref) : null,
        evidenceAfter: after ? lengthen(after, ref) : null,
        cause: row.cause ? causeOfText(row.cause, ref) : null,
      };
    });
  }
}
