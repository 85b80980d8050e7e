// Reads what the page of one check asks: how many components have which verdict, and which these are.
import type { Verdict } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import type { Layout } from './Layouts';
import { Layouts, letterOf } from './Layouts';
import { fromLetter, lettersOf } from './letters';
import type { ReportRow } from './rows';
import type { Visible } from './visibility';
import { whereVisible } from './visibility';

/** A component with its verdict. */
export type CheckedRow = Pick<ReportRow, 'component_ref' | 'title' | 'owner' | 'system' | 'level'> & {
  verdict: Verdict;
};

/** Each a fixed number of statements. */
export class CheckQueries {
  private readonly layouts: Layouts;

  constructor(private readonly knex: Knex) {
    this.layouts = new Layouts(knex);
  }

  /** Components by verdict of a check. */
  async counts(check: string, visible: Visible): Promise<Map<Verdict, number>> {
    const letter = this.letterOf(check, await this.layouts.all());
    const rows: { letter: string; components: number | string }[] = await whereVisible(
      this.knex({ r: 'maturity_reports' }),
      visible,
      'r.component_ref',
    )
      .groupBy('letter')
      .select({ letter })
      .count({ components: '*' });
    return new Map(
      rows.flatMap(row => {
        const verdict = fromLetter(row.letter);
        return verdict ? [[verdict, Number(row.components)] as const] : [];
      }),
    );
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
    const letter = this.letterOf(check, await this.layouts.all());
    const rows = await whereVisible(this.knex({ r: 'maturity_reports' }), visible, 'r.component_ref')
      .whereIn(letter as never, lettersOf(verdicts))
      .orderBy([{ column: isOthers as never }, { column: 'r.search' }, { column: 'r.component_ref' }])
      .limit(limit)
      .offset(offset)
      .select('r.component_ref', 'r.title', 'r.owner', 'r.system', 'r.level', { letter });
    return rows.map(({ letter: verdict, ...row }) => ({ ...row, verdict: fromLetter(verdict)! })) as CheckedRow[];
  }

  private letterOf(check: string, layouts: readonly Layout[]): Knex.Raw {
    return letterOf(this.knex, layouts, { column: 'checks', id: check, row: 'r' });
  }
}
