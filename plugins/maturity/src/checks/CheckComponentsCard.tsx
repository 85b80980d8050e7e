// The components with a verdict of a check, mine first, each with what was found and the way to its evidence.
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { CheckComponents, CheckDetails } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Loaded } from '../hooks/useLoad';
import { FilterButtons } from '../states/FilterButtons';
import { LoadError } from '../states/LoadError';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { Section } from '../states/Section';
import { useTexts } from '../translation/useTexts';
import { CheckComponentRow } from './CheckComponentRow';

/** Id of the card, to which counts lead. */
export const componentsAnchor = 'maturity-check-components';

interface CheckComponentsCardProps {
  check: CheckDetails;
  components: Loaded<CheckComponents>;
  verdict: string;
  onVerdict: (verdict: string) => void;
  onMore: () => void;
}

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  text: { padding: 16 },
  foot: { display: 'flex', gap: 16, alignItems: 'center', padding: '8px 16px', fontSize: 12 },
});

/** More than a hundred are found by the table of the organisation. */
const most = 100;

/** Verdicts that no component has are not offered. */
export function CheckComponentsCard({ check, components, verdict, onVerdict, onMore }: CheckComponentsCardProps) {
  const classes = useStyles();
  const t = useTexts();
  const { met, applicable, unknown, notApplicable } = check;
  const counts = { missed: applicable - met - unknown, met, unknown, notApplicable };
  const options = (['missed', 'met', 'unknown', 'notApplicable'] as const)
    .map(value => ({ value, label: t(`checkpage.${value}`), count: counts[value] }))
    .filter(({ value, count }) => count > 0 || value === verdict);
  const { value, error, reload } = components;
  return (
    <div id={componentsAnchor}>
      <Section
        title={t('checkpage.components')}
        busy={components.outdated}
        actions={<FilterButtons label={t('checkpage.show')} options={options} value={verdict} onChange={onVerdict} />}
      >
        {error && !value && <LoadError what={t('checkpage.theComponents')} error={error} onRetry={reload} />}
        {!value && !error && <RowsSkeleton rows={4} label={t('checkpage.loadingComponents')} />}
        {value?.items.length === 0 && (
          <Typography className={classes.text} variant="body2">
            {t('checkpage.none')}
          </Typography>
        )}
        {value && value.items.length > 0 && (
          <div className={classes.scroll}>
            <Table size="small" aria-label={t('checkpage.components')}>
              <TableHead>
                <TableRow>
                  <TableCell>{t('roadmap.misses.service')}</TableCell>
                  <TableCell>{t('roadmap.misses.owner')}</TableCell>
                  <TableCell>{t('roadmap.misses.level')}</TableCell>
                  <TableCell>{t('checkpage.found')}</TableCell>
                  <TableCell>{t('checkpage.where')}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {value.items.map(component => (
                  <CheckComponentRow
                    key={component.ref}
                    component={component}
                    check={check.id}
                    levels={value.levels}
                    owner={component.owner && <EntityRefLink entityRef={component.owner} hideIcon />}
                  />
                ))}
              </TableBody>
            </Table>
            <div className={classes.foot}>
              <span>{t('checkpage.shown', { shown: value.items.length, all: value.total })}</span>
              {value.items.length < Math.min(value.total, most) && (
                <Button size="small" onClick={onMore}>
                  {t('checkpage.more')}
                </Button>
              )}
            </div>
          </div>
        )}
      </Section>
    </div>
  );
}
