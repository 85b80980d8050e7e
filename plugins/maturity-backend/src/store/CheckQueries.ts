// Reads what the page of one check asks: how many components have which verdict, and which these are.
import type { Verdict } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import type { CheckRow, ReportRow } from './rows';
import type { Visible } from './visibility';
import { whereVisible } from './visibility';

/** A component with its verdict. */
export type CheckedRow = Pick<ReportRow, 'component_ref' | 'title' | 'owner' | 'system' | 'level'> & {
  verdict: Verdict;
};

/** Each a fixed number of statements. */
export class CheckQueries {
  constructor(private readonly knex: Knex) {}

  /** Components by verdict of a check. */
  async counts(check: string, visible: Visible): Promise<Map<Verdict, number>> {
    const rows = await whereVisible(this.knex<CheckRow>('maturity_checks'), visible)
      .where('check_id', check)
      .groupBy('verdict')
      .select('verdict')
      .count({ components: '*' });
    return new Map(rows.map(row => [row.verdict as Verdict, Number(row.components)]));
  }

  /** A page of the components with one of some verdicts, those of some owners first. */
  async components(
    check: string,
    verdicts: readonly Verdict[],
    { visible, owners, limit, offset }: { visible: Visible; owners: readonly string[]; limit: number; offset: number },
  ): Promise<CheckedRow[]> {
    const isOthers = this.knex.raw(
      `case when r.owner in (${owners.map(() => '?').join(',') || 'null'}) then 0 else 1 end`,
      [...owners],
    );
    const rows = await whereVisible(this.knex({ c: 'maturity_checks' }), visible, 'c.component_ref')
      .join({ r: 'maturity_reports' }, 'r.component_ref', 'c.component_ref')
      .where('c.check_id', check)
      .whereIn('c.verdict', verdicts)
      .orderBy([{ column: isOthers as never }, { column: 'r.search' }, { column: 'c.component_ref' }])
      .limit(limit)
      .offset(offset)
      .select('r.component_ref', 'r.title', 'r.owner', 'r.system', 'r.level', 'c.verdict');
    return rows as CheckedRow[];
  }
}
