// What a year of history takes in which one of a hundred verdicts changes each day, whichever it is.
import { allChecks } from '@maturity-roadmap/checks';
import type { ChangeCause, Report, VerdictRecord } from '@maturity-roadmap/engine';
import { defaultOutline } from '@maturity-roadmap/roadmap';
import { Composer } from '../../store/Composer';
import { diffLevels, diffVerdicts } from '../../store/diffReports';
import { HistoryStore } from '../../store/HistoryStore';
import { ReportStore } from '../../store/ReportStore';
import type { DatedChange } from '../../store/TransitionStore';
import { TransitionStore } from '../../store/TransitionStore';
import { refOf } from '../refOf';
import type { BenchDatabase } from './BenchDatabase';
import { round } from './measuring';

/** Components of which every verdict is turned. */
const sampled = 200;

/** As a delivery by Argo CD leaves it: the longest there are. */
const causeOf = ({ workload }: VerdictRecord): ChangeCause | undefined =>
  workload && {
    object: workload,
    change: 'changed',
    manager: 'argocd-controller',
    at: '2026-11-27T12:00:00Z',
    release: { tool: 'argo-cd', name: workload.name, revision: 'd0c4a1f27b9e4f35a86c1e2f90b7d3468c5a1e7f' },
  };

/** The changes that follow when one verdict of a report turns, that of the level among them. */
function turn(report: Report, record: VerdictRecord, composer: Composer) {
  const { component, observedAt } = report;
  const workloads = report.workloads.map(ref => ({ ref }));
  const compose = (records: readonly VerdictRecord[]) =>
    composer.compose(component, [{ observedAt, workloads, records }]);
  const turned: VerdictRecord = { ...record, verdict: record.verdict === 'pass' ? 'fail' : 'pass' };
  const before = compose(report.verdicts);
  const after = compose(report.verdicts.map(one => (one === record ? turned : one)));
  const changes = diffVerdicts(record.environment, [record], [turned], causeOf(record));
  return { verdicts: changes.length, changes: [...changes, ...diffLevels(before, after, changes)] };
}

/** Stores what turning every verdict of some components would, and measures it. */
export async function storage({ knex, sizeOf }: BenchDatabase, components: number) {
  const composer = new Composer(allChecks, defaultOutline);
  const reports = new ReportStore(knex, async () => composer);
  const history = new TransitionStore(knex);
  await new HistoryStore(knex).rollUp('2000-01-01');
  const [{ checks }] = await knex('maturity_reports').limit(1).select('checks');
  const judged = components * [...String(checks)].filter(letter => letter !== '-').length;
  const size = () => sizeOf('maturity_transitions');
  const before = await size();
  let [verdicts, rows] = [0, 0];
  for (let at = 0; at < sampled; at++) {
    const ref = refOf(`service-${Math.floor((at * components) / sampled)}`);
    const { report } = (await reports.get(ref))!;
    const turns = report.verdicts.map(record => turn(report, record, composer));
    const dated = turns.flatMap(({ changes }) =>
      changes.map((change): DatedChange => ({ ref, at: Date.now() + at, change })),
    );
    const remember = await knex.transaction(tx => history.add(tx, dated));
    remember();
    verdicts += turns.reduce((sum, one) => sum + one.verdicts, 0);
    rows += dated.length;
  }
  const perChange = ((await size()) - before) / verdicts;
  const perDay = await sizeOf('maturity_rollups');
  const names = await sizeOf('maturity_names');
  return {
    'reports and parts (MB)': round((await sizeOf('maturity_reports', 'maturity_parts', 'maturity_unknowns')) / 1e6),
    'changes of level for each of a verdict': round((rows - verdicts) / verdicts, 2),
    'bytes for a change of verdict, with indexes and levels': round(perChange),
    'names (MB)': round(names / 1e6, 1),
    'counts of a day (kB)': round(perDay / 1e3),
    'a year at 1% of verdicts a day (GB, goal 2)': round((judged * 3.65 * perChange + 365 * perDay + names) / 1e9, 2),
  };
}
