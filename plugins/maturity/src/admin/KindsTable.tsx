// The kinds of one environment: state, since when, what was read last and what failed last.
import type { AdminEnvironment } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../marks/VerdictMark';
import { RowHead } from '../states/RowHead';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { groupOf, markOf, nameOf } from './standing';

interface KindsTableProps {
  environment: string;
  kinds: AdminEnvironment['kinds'];
}

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  state: { display: 'flex', gap: 8, alignItems: 'center', whiteSpace: 'nowrap' },
  text: { minWidth: 220, maxWidth: 520, overflowWrap: 'anywhere' },
  instant: { whiteSpace: 'nowrap' },
});

const columns = ['kind', 'state', 'since', 'objects', 'listed', 'event', 'error'] as const;

/** Scrolls by itself where it is wider than the screen. */
export function KindsTable({ environment, kinds }: KindsTableProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const when = (iso: string | undefined) =>
    iso ? (
      <time dateTime={iso} title={format.instant(iso)}>
        {format.ago(iso)}
      </time>
    ) : (
      t('admin.kind.never')
    );
  return (
    <div
      className={classes.scroll}
      role="group"
      aria-label={t('admin.environment.tableOf', { environment })}
      // What scrolls must be reachable by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <Table size="small" aria-label={t('admin.environment.tableOf', { environment })}>
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell key={column} align={column === 'objects' ? 'right' : 'left'}>
                {t(`admin.kind.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {kinds.map(one => (
            <TableRow key={one.kind}>
              <RowHead>
                {nameOf(one.kind)}
                <Typography variant="caption" color="textSecondary" component="div">
                  {groupOf(one.kind)}
                </Typography>
              </RowHead>
              <TableCell>
                <span className={classes.state}>
                  <VerdictMark verdict={markOf[one.state]} title={false} />
                  {t(`admin.state.${one.state}`)}
                </span>
                {one.message && (
                  <Typography variant="caption" color="textSecondary" component="div" className={classes.text}>
                    {one.message}
                  </Typography>
                )}
              </TableCell>
              <TableCell className={classes.instant}>{when(one.since)}</TableCell>
              <TableCell align="right">{format.number(one.objects)}</TableCell>
              <TableCell className={classes.instant}>{when(one.listedAt)}</TableCell>
              <TableCell className={classes.instant}>{when(one.eventAt)}</TableCell>
              <TableCell>
                {one.lastError ? (
                  <Typography variant="caption" component="div" className={classes.text}>
                    {t('admin.kind.errorAt', { when: format.ago(one.lastError.at), message: one.lastError.message })}
                  </Typography>
                ) : (
                  t('admin.kind.never')
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
