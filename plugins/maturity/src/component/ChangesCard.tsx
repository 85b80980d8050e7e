// What changed lately: each verdict that turned, newest first.
import type { ReportView, Transition } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Verdict } from '@maturity-roadmap/engine';
import Link from '@material-ui/core/Link';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { LevelName } from '../marks/LevelName';
import { VerdictMark } from '../marks/VerdictMark';
import { Section } from '../states/Section';
import { instant } from '../theme/format';

interface ChangesCardProps {
  view: ReportView;
  onOpen: (check: string) => void;
}

/** Older changes are in the history of each verdict. */
const shownChanges = 5;

/** Nothing is shown where nothing changed since the first report. */
export function ChangesCard({ view, onOpen }: ChangesCardProps) {
  const changes = view.transitions.filter(transition => transition.from !== undefined).slice(0, shownChanges);
  if (changes.length === 0) return null;
  return (
    <Section title="What changed" subtitle="newest first">
      <Table size="small">
        <TableBody>
          {changes.map(change => (
            <TableRow key={change.id}>
              <TableCell style={{ whiteSpace: 'nowrap' }}>{instant(change.at)}</TableCell>
              <TableCell>
                {change.check ? (
                  <Link component="button" align="left" onClick={() => onOpen(change.check!)}>
                    {view.checks[change.check]?.title ?? change.check}
                  </Link>
                ) : (
                  'Level'
                )}
              </TableCell>
              <TableCell style={{ whiteSpace: 'nowrap' }}>
                <Turn change={change} levels={view.roadmap.levels} />
              </TableCell>
              <TableCell>{change.reason}</TableCell>
              <TableCell>{change.environment}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}

interface TurnProps {
  change: Transition;
  levels: ReportView['roadmap']['levels'];
}

/** From what to what: verdicts as marks, levels by name. */
export function Turn({ change, levels }: TurnProps) {
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
