// The organisation: how many stand where, which topics lag, what moved, what can't be judged, and every component.
import { useApi } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { maturityApiRef } from '../api/MaturityApi';
import { useLoad } from '../hooks/useLoad';
import { LoadError } from '../states/LoadError';
import { PageRoot } from '../states/PageRoot';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { count, instant } from '../theme/format';
import { AdoptionCard } from './AdoptionCard';
import { ComponentsCard } from './ComponentsCard';
import { CoverageCard } from './CoverageCard';
import { LevelsCard } from './LevelsCard';
import { MoversCard } from './MoversCard';
import { useComponentsQuery } from './useComponentsQuery';

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

/** The filters of the table stand in the URL, and levels and topics lead to it. */
export function OrganisationPage() {
  const classes = useStyles();
  const api = useApi(maturityApiRef);
  const summary = useLoad('summary', signal => api.getOrganisation(signal));
  const [query, setQuery] = useComponentsQuery();
  const page = useLoad(JSON.stringify(query), signal => api.getComponents(query, signal));
  if (summary.error && !summary.value) {
    return <LoadError what="The organisation" error={summary.error} onRetry={summary.reload} />;
  }
  if (!summary.value) return <RowsSkeleton rows={10} label="Loading the organisation" />;
  const { components, environments, observedAt } = summary.value;
  const facts = [count(components, 'service'), count(environments.length, 'cluster')];
  return (
    <PageRoot>
      <Typography variant="body2" color="textSecondary">
        {facts.join(', ')}
        {observedAt ? `, observed ${instant(observedAt)}` : ', not observed yet: the first run is under way'}
      </Typography>
      <LevelsCard summary={summary.value} onLevel={level => setQuery({ level })} />
      <div className={classes.columns}>
        <AdoptionCard summary={summary.value} onTopic={(topic, verdict) => setQuery({ topic, verdict })} />
        <div className={classes.column}>
          <MoversCard summary={summary.value} />
          <CoverageCard summary={summary.value} />
        </div>
      </div>
      <ComponentsCard summary={summary.value} page={page} query={query} onQuery={setQuery} />
    </PageRoot>
  );
}
