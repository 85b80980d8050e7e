// The organisation, or one part of it: how many stand where, what lags and moves, what can't be judged, every component.
import { useApi } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { maturityApiRef } from '../api/MaturityApi';
import { useLoad } from '../hooks/useLoad';
import { useSearchParam } from '../hooks/useSearchParam';
import { LoadError } from '../states/LoadError';
import { PageRoot } from '../states/PageRoot';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { AdoptionCard } from './AdoptionCard';
import { ComponentsCard } from './ComponentsCard';
import { CoverageCard } from './CoverageCard';
import { LevelsCard } from './LevelsCard';
import { LeverageCard } from './LeverageCard';
import { MoversCard } from './MoversCard';
import { useComponentsQuery } from './useComponentsQuery';

interface OrganisationPageProps {
  /** Entity ref of a group, system or domain: only what belongs to it or to what is below it. */
  within?: string;
}

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gap: 16,
    alignItems: 'start',
    gridTemplateColumns: 'minmax(0, 592px) minmax(0, 1fr)',
    '@media (max-width: 1100px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** The filters of the table stand in the URL, and levels and topics lead to it. All is asked for in one round. */
export function OrganisationPage({ within }: OrganisationPageProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const api = useApi(maturityApiRef);
  const part = within ? { within } : {};
  const [days, setDays] = useSearchParam('days', '90');
  const [filters, setQuery] = useComponentsQuery();
  const query = { ...filters, ...part };
  const summary = useLoad(`summary/${within}`, signal => api.getOrganisation(part, signal));
  const trend = useLoad(`trend/${within}/${days}`, signal => api.getTrend({ ...part, days: Number(days) }, signal));
  const leverage = useLoad(`leverage/${within}`, signal => api.getLeverage(part, signal));
  const page = useLoad(JSON.stringify(query), signal => api.getComponents(query, signal));
  if (summary.error && !summary.value) {
    return <LoadError what={t('organisation.theOrganisation')} error={summary.error} onRetry={summary.reload} />;
  }
  if (!summary.value) return <RowsSkeleton rows={10} label={t('organisation.loading')} />;
  const { components, environments, observedAt } = summary.value;
  const extent = format.list([
    t('marks.services', { count: components }),
    t('marks.clusters', { count: environments.length }),
  ]);
  return (
    <PageRoot>
      <Typography variant="body2" color="textSecondary">
        {observedAt
          ? t('organisation.observed', { extent, when: format.instant(observedAt) })
          : t('organisation.notObserved', { extent })}
      </Typography>
      <LevelsCard
        summary={summary.value}
        trend={trend}
        days={days}
        onDays={setDays}
        onLevel={level => setQuery({ level })}
      />
      <div className={classes.columns}>
        <AdoptionCard summary={summary.value} onTopic={(topic, verdict) => setQuery({ topic, verdict })} />
        <div className={classes.column}>
          <MoversCard summary={summary.value} />
          <LeverageCard leverage={leverage} />
          <CoverageCard summary={summary.value} />
        </div>
      </div>
      <ComponentsCard
        summary={summary.value}
        page={page}
        query={query}
        onQuery={setQuery}
        onExport={() => api.exportComponents(query)}
      />
    </PageRoot>
  );
}
