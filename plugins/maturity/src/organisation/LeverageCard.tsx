// The changes that lift most components: what the platform can give to namespaces, and checks to mend in many services.
import type { Leverage } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import ButtonLink from '@material-ui/core/Link';
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
import { ControlRow } from './ControlRow';

interface LeverageCardProps {
  leverage: Loaded<Leverage>;
  /** Tries changes of the standard out. */
  onWhatIf: (changes: string[]) => void;
}

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  number: { fontVariantNumeric: 'tabular-nums' },
  whatIf: { whiteSpace: 'nowrap' },
  empty: { padding: 16 },
  change: { width: '100%' },
});

const shown = { controls: 4, checks: 4 };

/** Each check leads to its page, each change to what would be if. */
export function LeverageCard({ leverage, onWhatIf }: LeverageCardProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { value, error, reload } = leverage;
  const checkRoute = useRouteRef(checkRouteRef);
  const isEmpty = value && value.items.length + value.controls.length === 0;
  const part = (text: string) => (
    <TableRow data-group>
      <RowHead groupOf={4}>{text}</RowHead>
    </TableRow>
  );
  return (
    <Section
      title={t('organisation.leverage.title')}
      subtitle={t('organisation.leverage.subtitle')}
      busy={leverage.outdated}
    >
      {error && !value && <LoadError what={t('organisation.leverage.theLeverage')} error={error} onRetry={reload} />}
      {!value && !error && <RowsSkeleton rows={6} label={t('organisation.leverage.loading')} />}
      {isEmpty && (
        <Typography variant="body2" className={classes.empty}>
          {t('organisation.leverage.none')}
        </Typography>
      )}
      {value && !isEmpty && (
        <div className={classes.scroll}>
          <Table size="small" aria-label={t('organisation.leverage.title')}>
            <TableHead>
              <TableRow>
                <TableCell className={classes.change}>{t('organisation.leverage.change')}</TableCell>
                <TableCell align="right">{t('steering.leverage.lifts')}</TableCell>
                <TableCell align="right">{t('steering.leverage.rise')}</TableCell>
                <TableCell />
              </TableRow>
            </TableHead>
            <TableBody>
              {value.controls.length > 0 && part(t('steering.leverage.controls'))}
              {value.controls.slice(0, shown.controls).map(control => (
                <ControlRow key={`${control.control} ${control.environment}`} control={control} onWhatIf={onWhatIf} />
              ))}
              {value.items.length > 0 && part(t('steering.leverage.checks'))}
              {value.items.slice(0, shown.checks).map(item => (
                <TableRow key={item.check}>
                  <RowHead>
                    <Link to={checkRoute({ checkId: item.check })}>{item.title}</Link>
                    <Typography variant="caption" color="textSecondary" component="div">
                      {format.list(item.places.map(place => t('organisation.leverage.place', place)))}
                    </Typography>
                  </RowHead>
                  <TableCell align="right" className={classes.number}>
                    <strong>{format.number(item.blocks)}</strong>
                  </TableCell>
                  <TableCell align="right" className={classes.number}>
                    {format.number(item.lifts)}
                  </TableCell>
                  <TableCell align="right" className={classes.whatIf}>
                    <ButtonLink
                      component="button"
                      aria-label={t('steering.leverage.whatIfOf', { change: item.title })}
                      onClick={() => onWhatIf([`${item.check}:met`])}
                    >
                      {t('steering.leverage.whatIf')}
                    </ButtonLink>
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
