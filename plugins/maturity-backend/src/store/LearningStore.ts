// Keeps what learners have read, and finds what their services prove of them.
import type { SkillProof } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { groupBy, repositoryEnvironment } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import { nameOf } from './componentList';
import { judged } from './diffReports';
import type { ReportRow, TransitionRow } from './rows';
import type { Visible } from './visibility';
import { whereVisible } from './visibility';

interface ReadRow {
  user_ref: string;
  roadmap: string;
  topic: string;
  read_at: string;
}

/** Milliseconds after which the repository was judged by the workloads that came into sight: no work of anybody. */
const settling = 60_000;
/** More changes of a team's services than anybody scrolls through; older ones prove nothing that newer ones do not. */
const proofLimit = 2_000;
const met = ['pass', 'warn'];

/** Rows are read and written by the ref of their user only. */
export class LearningStore {
  constructor(private readonly knex: Knex) {}

  /** When each topic was read. */
  async read(user: string, roadmap: string): Promise<Record<string, string>> {
    const rows = await this.knex<ReadRow>('maturity_reads').where({ user_ref: user, roadmap });
    return Object.fromEntries(rows.map(({ topic, read_at }) => [topic, read_at]));
  }

  /** Says that a topic was read, or that it was not. The first reading counts. */
  async setRead(user: string, roadmap: string, topic: string, read: boolean, at: Date): Promise<void> {
    const key = { user_ref: user, roadmap, topic };
    if (!read) {
      await this.knex<ReadRow>('maturity_reads').where(key).delete();
      return;
    }
    await this.knex<ReadRow>('maturity_reads')
      .insert({ ...key, read_at: at.toISOString() })
      .onConflict(['user_ref', 'roadmap', 'topic'])
      .ignore();
  }

  /**
   * By topic, the newest change from fail to pass of a component of these owners that still meets the topic.
   */
  async proofs(owners: readonly string[], visible: Visible): Promise<Record<string, SkillProof>> {
    if (owners.length === 0) return {};
    const rows: (TransitionRow & Pick<ReportRow, 'title' | 'owner' | 'system'>)[] = await whereVisible(
      this.knex({ t: 'maturity_transitions' }),
      visible,
      't.component_ref',
    )
      .join({ r: 'maturity_reports' }, 'r.component_ref', 't.component_ref')
      .join({ v: 'maturity_topics' }, join =>
        join.on('v.component_ref', 't.component_ref').andOn('v.topic', 't.topic').andOnVal('v.environment', ''),
      )
      .whereIn('r.owner', owners)
      .where('t.from', 'fail')
      .whereIn('t.to', met)
      .whereIn('v.verdict', met)
      .whereNotNull('t.check_id')
      .orderBy('t.at', 'desc')
      .limit(proofLimit)
      .select('t.component_ref', 't.topic', 't.check_id', 't.environment', 't.at', 'r.title', 'r.owner', 'r.system');
    const appeared = await this.appearances(rows.map(row => row.component_ref));
    const isWork = ({ component_ref: ref, environment, at }: (typeof rows)[number]) =>
      environment !== repositoryEnvironment ||
      !(appeared.get(ref) ?? []).some(seen => seen <= at && Date.parse(at) - Date.parse(seen) < settling);
    const proofs: Record<string, SkillProof> = {};
    for (const row of rows.filter(isWork))
      proofs[row.topic!] ??= { component: nameOf(row), check: row.check_id!, at: row.at };
    return proofs;
  }

  /** When components and their environments were seen for the first time. */
  private async appearances(refs: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await whereVisible(this.knex<TransitionRow>('maturity_transitions'), new Set(refs))
      .whereNull('check_id')
      .where(one => one.whereNull('from').orWhere('to', judged))
      .select('component_ref', 'at');
    return new Map([...groupBy(rows, row => row.component_ref)].map(([ref, some]) => [ref, some.map(({ at }) => at)]));
  }
}
