// The organisation, or one part of it: how many stand where, what lags and moves, what can't be judged, every component.
import { useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { maturityApiRef } from '../api/MaturityApi';
import { useSearchParam } from '../hooks/useSearchParam';
import { Busy } from '../states/Busy';
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
import { MoversCard, moversShown } from './MoversCard';
import { NothingJudged } from './NothingJudged';
import { PartFilters } from './PartFilters';
import { useComponentsQuery } from './useComponentsQuery';
import { useOrganisation } from './useOrganisation';
import { useOrganisationPart } from './useOrganisationPart';
import { useWhatIf } from './useWhatIf';
import { WhatIfCard } from './WhatIfCard';

interface OrganisationPageProps {
  /** Entity ref of a group, system or domain: only what belongs to it or to what is below it. */
  within?: string;
  /** Shown before the table of components. */
  children?: ReactNode;
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

/** Filters stand in the URL and hold for all cards; levels, topics and reasons lead to the table. One round of questions. */
export function OrganisationPage({ within, children }: OrganisationPageProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const api = useApi(maturityApiRef);
  const [part, filter, setFilter] = useOrganisationPart(within);
  const [days, setDays] = useSearchParam('days', '90');
  const [changes, setChanges] = useWhatIf();
  const [moversView, setMoversView] = useState({ direction: '', limit: moversShown.first });
  const [filters, setQuery] = useComponentsQuery();
  const query = { ...filters, ...part, days: Number(days) };
  const loaded = useOrganisation(within, part, Number(days), moversView, changes, query);
  const { summary } = loaded;
  const title = within ? undefined : t('shell.organisation');
  const known = useRef<string[]>([]);
  known.current = summary.value?.environments ?? known.current;
  const filterBar = (note = '') => (
    <PartFilters
      environments={known.current}
      filter={filter}
      onFilter={setFilter}
      days={days}
      onDays={setDays}
      isWithin={within !== undefined}
      note={note}
    />
  );
  if (!summary.value) {
    return (
      <PageRoot title={title}>
        {filterBar()}
        {summary.error ? (
          <LoadError what={t('organisation.theOrganisation')} error={summary.error} onRetry={summary.reload} />
        ) : (
          <RowsSkeleton rows={10} label={t('organisation.loading')} />
        )}
      </PageRoot>
    );
  }
  const { components, environments, observedAt, levels } = summary.value;
  const extent = format.list([
    t('marks.services', { count: components }),
    t('marks.clusters', { count: environments.length }),
  ]);
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <PageRoot title={title}>
      {filterBar(
        observedAt
          ? t('organisation.observed', { extent, when: format.instant(observedAt) })
          : t('organisation.notObserved', { extent }),
      )}
      {components === 0 && (
        <NothingJudged onClear={isFiltered ? () => setFilter({ owner: '', system: '', environment: '' }) : undefined} />
      )}
      <Busy when={summary.outdated || loaded.trend.outdated}>
        <LevelsCard summary={summary.value} trend={loaded.trend} days={days} onLevel={level => setQuery({ level })} />
      </Busy>
      <div className={classes.columns}>
        <Busy when={summary.outdated || loaded.topicTrends.outdated}>
          <AdoptionCard
            summary={summary.value}
            trends={loaded.topicTrends.value}
            days={days}
            onTopic={(topic, verdict) => setQuery({ topic, verdict })}
          />
        </Busy>
        <div className={classes.column}>
          <MoversCard
            levels={levels}
            movers={loaded.movers}
            days={Number(days)}
            view={moversView}
            onView={setMoversView}
          />
          <LeverageCard leverage={loaded.leverage} onWhatIf={setChanges} />
        </div>
      </div>
      <WhatIfCard
        summary={summary.value}
        levels={levels}
        checks={loaded.checks.value}
        changes={changes}
        onChanges={setChanges}
        answer={loaded.whatIf}
      />
      {children}
      <Busy when={summary.outdated}>
        <CoverageCard
          summary={summary.value}
          {...(part.environment ? { environment: part.environment } : {})}
          onUnknown={({ code }) => setQuery({ unknown: code })}
        />
      </Busy>
      <ComponentsCard
        summary={summary.value}
        page={loaded.page}
        query={query}
        onQuery={setQuery}
        onExport={() => api.exportComponents(query)}
      />
    </PageRoot>
  );
}
