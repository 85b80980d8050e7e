// Why checks can't be judged, where, since when, how many services it touches, and who can mend it.
import type { UnknownGroup } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Link from '@material-ui/core/Link';
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

interface UnknownTableProps {
  unknowns: readonly UnknownGroup[];
  /** Leads to the services. */
  onUnknown: (unknown: UnknownGroup) => void;
}

const useStyles = makeStyles({
  reason: { display: 'flex', gap: 8, alignItems: 'flex-start', '& > svg': { marginTop: 2 }, minWidth: 200 },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

const menders: Record<UnknownGroup['code'], 'access' | 'cluster' | 'owner' | 'authors'> = {
  forbidden: 'access',
  unreachable: 'cluster',
  stale: 'cluster',
  notReadable: 'access',
  notSettled: 'owner',
  unresolvable: 'owner',
  invalidObject: 'owner',
  checkFailed: 'authors',
};

/** Most services first. */
export function UnknownTable({ unknowns, onUnknown }: UnknownTableProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  return (
    <Table size="small" aria-label={t('organisation.coverage.unknowns')}>
      <TableHead>
        <TableRow>
          <TableCell>{t('organisation.coverage.reason')}</TableCell>
          <TableCell>{t('organisation.coverage.where')}</TableCell>
          <TableCell>{t('steering.coverage.who')}</TableCell>
          <TableCell align="right">{t('steering.coverage.affects')}</TableCell>
          <TableCell align="right">{t('steering.coverage.since')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {unknowns.map(unknown => {
          const { code, environment, components, reason, others, since } = unknown;
          const services = t('marks.services', { count: components });
          return (
            <TableRow key={`${code} ${environment}`}>
              <RowHead>
                <span className={classes.reason}>
                  <VerdictMark verdict="unknown" title={false} />
                  <span>
                    <strong>{t(`steering.coverage.code.${code}`)}</strong>
                    <Typography variant="caption" color="textSecondary" component="div">
                      {reason}
                      {others > 0 && ` ${t('steering.coverage.others', { count: others })}`}
                    </Typography>
                  </span>
                </span>
              </RowHead>
              <TableCell className={classes.number}>{environment}</TableCell>
              <TableCell>{t(`steering.coverage.mender.${menders[code]}`, { environment })}</TableCell>
              <TableCell align="right" className={classes.number}>
                <Link
                  component="button"
                  aria-label={t('steering.coverage.affectsOf', { services, reason })}
                  onClick={() => onUnknown(unknown)}
                >
                  {services}
                </Link>
              </TableCell>
              <TableCell align="right" className={classes.number}>
                {since ? format.day(since) : '–'}
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
