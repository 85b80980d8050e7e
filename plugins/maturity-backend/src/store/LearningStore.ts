// Keeps what learners have read, and finds what their services prove of them.
import type { SkillProof } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { repositoryEnvironment } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import { nameOf } from './componentList';
import { Queries } from './queries';
import { TransitionStore } from './TransitionStore';
import type { Visible } from './visibility';

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
const met: readonly string[] = ['pass', 'warn'];

/** Rows are read and written by the ref of their user only. */
export class LearningStore {
  private readonly history: TransitionStore;
  private readonly queries: Queries;

  constructor(private readonly knex: Knex) {
    this.history = new TransitionStore(knex);
    this.queries = new Queries(knex);
  }

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
    const changes = await this.history.mended(owners, visible, proofLimit);
    const topics = await this.queries.topicVerdicts([...new Set(changes.map(row => row.component_ref))]);
    const stillMet = ({ component_ref: ref, topic }: (typeof changes)[number]) =>
      met.includes(topics.get(ref)?.get(topic!) ?? '');
    const rows = changes.filter(stillMet);
    const appeared = await this.history.appearances(rows.map(row => row.component_ref));
    const isWork = ({ component_ref: ref, environment, at }: (typeof rows)[number]) =>
      environment !== repositoryEnvironment ||
      !(appeared.get(ref) ?? []).some(seen => seen <= at && Date.parse(at) - Date.parse(seen) < settling);
    const proofs: Record<string, SkillProof> = {};
    for (const row of rows.filter(isWork))
      proofs[row.topic!] ??= { component: nameOf(row), check: row.check_id!, at: row.at };
    return proofs;
  }
}
