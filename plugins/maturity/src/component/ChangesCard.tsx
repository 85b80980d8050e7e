// What changed lately: each verdict that turned, newest first.
import type { ReportView, Transition } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Verdict } from '@maturity-roadmap/engine';
import Link from '@material-ui/core/Link';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { LevelName } from '../marks/LevelName';
import { VerdictMark } from '../marks/VerdictMark';
import { Section } from '../states/Section';
import { useFormat } from '../theme/useFormat';
import type { Texts } from '../translation/useTexts';
import { useTexts } from '../translation/useTexts';
import { causeText } from './causeText';

interface ChangesCardProps {
  view: ReportView;
  onOpen: (check: string) => void;
}

/** Older changes are in the history of each verdict. */
const shownChanges = 5;

/** An environment without a check: it came or went as a whole. That it came is no news of the component. */
const isOfEnvironment = ({ environment, check }: Transition) => environment !== undefined && check === undefined;
const isWorthShowing = (change: Transition) =>
  change.from !== undefined && !(isOfEnvironment(change) && change.to === 'judged');

function subjectOf(change: Transition, t: Texts): string {
  return t(isOfEnvironment(change) ? 'component.changes.environment' : 'component.changes.level');
}

/** Nothing is shown where nothing changed since the first report. */
export function ChangesCard({ view, onOpen }: ChangesCardProps) {
  const t = useTexts();
  const format = useFormat();
  const changes = view.transitions.filter(isWorthShowing).slice(0, shownChanges);
  if (changes.length === 0) return null;
  return (
    <Section title={t('component.changes.title')} subtitle={t('component.changes.subtitle')}>
      <div style={{ overflowX: 'auto' }}>
        <Table size="small">
          <TableBody>
            {changes.map(change => (
              <TableRow key={change.id}>
                <TableCell style={{ whiteSpace: 'nowrap' }}>{format.instant(change.at)}</TableCell>
                <TableCell>
                  {change.check ? (
                    <Link component="button" align="left" onClick={() => onOpen(change.check!)}>
                      {view.checks[change.check]?.title ?? change.check}
                    </Link>
                  ) : (
                    subjectOf(change, t)
                  )}
                </TableCell>
                <TableCell style={{ whiteSpace: 'nowrap' }}>
                  <Turn change={change} levels={view.roadmap.levels} />
                </TableCell>
                <TableCell>
                  {change.reason}
                  {change.cause && (
                    <Typography variant="caption" color="textSecondary" component="div">
                      {causeText(change.cause, t)}
                    </Typography>
                  )}
                </TableCell>
                <TableCell>{change.environment}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </Section>
  );
}

interface TurnProps {
  change: Transition;
  levels: ReportView['roadmap']['levels'];
}

/** From what to what: verdicts as marks, levels by name. */
export function Turn({ change, levels }: TurnProps) {
  if (isOfEnvironment(change)) return null;
  if (!change.check) {
    return (
      <>
        {change.from && <LevelName levels={levels} level={change.from} size={14} />} →{' '}
        <LevelName levels={levels} level={change.to} size={14} />
      </>
    );
  }
  return (
    <>
      {change.from && <VerdictMark verdict={change.from as Verdict} />} → <VerdictMark verdict={change.to as Verdict} />
    </>
  );
}
