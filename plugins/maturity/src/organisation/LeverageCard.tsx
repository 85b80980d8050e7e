// The checks whose mending lifts most components, and where one change may mend many.
import type { Leverage } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Loaded } from '../hooks/useLoad';
import { checkRouteRef } from '../routes';
import { LoadError } from '../states/LoadError';
import { RowHead } from '../states/RowHead';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { Section } from '../states/Section';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  number: { fontVariantNumeric: 'tabular-nums' },
  empty: { padding: 16 },
});

const shown = 6;

/** Each check leads to its page. */
export function LeverageCard({ leverage }: { leverage: Loaded<Leverage> }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { value, error, reload } = leverage;
  const checkRoute = useRouteRef(checkRouteRef);
  return (
    <Section title={t('organisation.leverage.title')} subtitle={t('organisation.leverage.subtitle')}>
      {error && !value && <LoadError what={t('organisation.leverage.theLeverage')} error={error} onRetry={reload} />}
      {!value && !error && <RowsSkeleton rows={4} label={t('organisation.leverage.loading')} />}
      {value?.items.length === 0 && (
        <Typography variant="body2" className={classes.empty}>
          {t('organisation.leverage.none')}
        </Typography>
      )}
      {value && value.items.length > 0 && (
        <div className={classes.scroll}>
          <Table size="small" aria-label={t('organisation.leverage.title')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('organisation.leverage.change')}</TableCell>
                <TableCell align="right">{t('organisation.leverage.blocks')}</TableCell>
                <TableCell align="right">{t('organisation.leverage.lifts')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {value.items.slice(0, shown).map(item => (
                <TableRow key={item.check}>
                  <RowHead>
                    <Link to={checkRoute({ checkId: item.check })}>{item.title}</Link>
                    <Typography variant="caption" color="textSecondary" component="div">
                      {format.list(item.places.map(place => t('organisation.leverage.place', place)))}
                    </Typography>
                  </RowHead>
                  <TableCell align="right" className={classes.number}>
                    {format.number(item.blocks)}
                  </TableCell>
                  <TableCell align="right" className={classes.number}>
                    <strong>{format.number(item.lifts)}</strong>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </Section>
  );
}
