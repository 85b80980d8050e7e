// Keeps what each learner says of their own progress.
import type { ProgressChange, ProgressState } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Knex } from 'knex';
import type { ProgressRow } from './rows';

/** Rows are read and written by the ref of their user only. */
export class ProgressStore {
  constructor(private readonly knex: Knex) {}

  /** States by topic. */
  async of(user: string, roadmap: string): Promise<Record<string, ProgressState>> {
    const rows = await this.knex<ProgressRow>('maturity_progress').where({ user_ref: user, roadmap });
    return Object.fromEntries(rows.map(({ topic, state }) => [topic, state]));
  }

  async set(user: string, roadmap: string, topic: string, state: ProgressChange['state'], at: Date): Promise<void> {
    const key = { user_ref: user, roadmap, topic };
    if (state === 'todo') {
      await this.knex<ProgressRow>('maturity_progress').where(key).delete();
      return;
    }
    await this.knex<ProgressRow>('maturity_progress')
      .insert({ ...key, state, changed_at: at.toISOString() })
      .onConflict(['user_ref', 'roadmap', 'topic'])
      .merge();
  }
}
