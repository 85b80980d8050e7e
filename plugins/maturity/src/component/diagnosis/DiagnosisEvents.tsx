// What the cluster said about the pods, newest first.
import type { SeenEvent } from '@maturity-roadmap/engine';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { RowHead } from '../../states/RowHead';
import { useFormat } from '../../theme/useFormat';
import { useTexts } from '../../translation/useTexts';

const useStyles = makeStyles({
  heading: { fontSize: 12, lineHeight: '16px', fontWeight: 700, margin: 0, padding: '12px 16px 4px' },
  scroll: { overflowX: 'auto' },
  time: { whiteSpace: 'nowrap' },
  message: { minWidth: 240, '&&': { overflowWrap: 'anywhere' } },
});

/** Nothing where there is none. */
export function DiagnosisEvents({ events }: { events: readonly SeenEvent[] }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  if (events.length === 0) return null;
  return (
    <div>
      <h4 className={classes.heading}>{t('diagnosis.events')}</h4>
      <div className={classes.scroll}>
        <Table size="small" aria-label={t('diagnosis.events')}>
          <TableBody>
            {events.map((event, at) => (
              <TableRow key={at}>
                <RowHead>{event.reason}</RowHead>
                <TableCell className={classes.message}>{event.message}</TableCell>
                <TableCell>{event.about}</TableCell>
                <TableCell className={classes.time}>{t('diagnosis.eventTimes', { count: event.count })}</TableCell>
                <TableCell className={classes.time}>{event.at && format.instant(event.at)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </div>
  );
}
