// The organisation, or one part of it: how many stand where, what lags and moves, what can't be judged, every component.
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { useSearchParam } from '../hooks/useSearchParam';
import { LoadError } from '../states/LoadError';
import { PageRoot } from '../states/PageRoot';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { moversShown } from './MoversCard';
import { NothingJudged } from './NothingJudged';
import { OrganisationCards } from './OrganisationCards';
import { PartFilters } from './PartFilters';
import { useComponentsQuery } from './useComponentsQuery';
import { useOrganisation } from './useOrganisation';
import { useOrganisationPart } from './useOrganisationPart';
import { useWhatIf } from './useWhatIf';

interface OrganisationPageProps {
  /** Entity ref of a group, system or domain: only what belongs to it or to what is below it. */
  within?: string;
  /** Shown before the table of components. */
  children?: ReactNode;
}

/** Filters stand in the URL and hold for all cards; levels, topics and reasons lead to the table. One round of questions. */
export function OrganisationPage({ within, children }: OrganisationPageProps) {
  const t = useTexts();
  const format = useFormat();
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
  const { components, environments, observedAt } = summary.value;
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
        <NothingJudged
          isWithin={within !== undefined}
          onClear={isFiltered ? () => setFilter({ owner: '', system: '', environment: '' }) : undefined}
        />
      )}
      <OrganisationCards
        loaded={loaded}
        summary={summary.value}
        part={part}
        days={days}
        query={query}
        onQuery={setQuery}
        movers={moversView}
        onMovers={setMoversView}
        changes={changes}
        onChanges={setChanges}
      >
        {children}
      </OrganisationCards>
    </PageRoot>
  );
}
