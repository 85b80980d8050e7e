// The cards of the organisation, or of one part of it.
import { useApi } from '@backstage/core-plugin-api';
import type {
  ComponentsQuery,
  OrganisationSummary,
  PartQuery,
} from '@maturity-roadmap/backstage-plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { maturityApiRef } from '../api/MaturityApi';
import { Busy } from '../states/Busy';
import { column, columns } from '../states/columnStyles';
import { AdoptionCard } from './AdoptionCard';
import { ComponentsCard } from './ComponentsCard';
import { CoverageCard } from './CoverageCard';
import { LevelsCard } from './LevelsCard';
import { LeverageCard } from './LeverageCard';
import type { MoversView } from './MoversCard';
import { MoversCard } from './MoversCard';
import type { useOrganisation } from './useOrganisation';
import { WhatIfCard } from './WhatIfCard';

interface OrganisationCardsProps {
  loaded: ReturnType<typeof useOrganisation>;
  summary: OrganisationSummary;
  part: PartQuery;
  /** Days back from today. */
  days: string;
  query: ComponentsQuery;
  onQuery: (change: Partial<ComponentsQuery>) => void;
  movers: MoversView;
  onMovers: (view: MoversView) => void;
  /** Of the standard, to try out. */
  changes: readonly string[];
  onChanges: (changes: string[]) => void;
  /** Shown before what can't be judged. */
  children: ReactNode;
}

const useStyles = makeStyles({
  columns: columns('minmax(0, 592px) minmax(0, 1fr)'),
  column,
});

/** Without a component only what could not be judged or belongs to nobody has something to say. */
export function OrganisationCards(props: OrganisationCardsProps) {
  const { loaded, summary, part, days, query, onQuery, movers, onMovers, changes, onChanges, children } = props;
  const classes = useStyles();
  const api = useApi(maturityApiRef);
  const coverage = (
    <Busy when={loaded.summary.outdated}>
      <CoverageCard
        summary={summary}
        {...(part.environment ? { environment: part.environment } : {})}
        onUnknown={({ code }) => onQuery({ unknown: code })}
      />
    </Busy>
  );
  if (summary.components === 0) return coverage;
  return (
    <>
      <Busy when={loaded.summary.outdated || loaded.trend.outdated}>
        <LevelsCard summary={summary} trend={loaded.trend} days={days} onLevel={level => onQuery({ level })} />
      </Busy>
      <div className={classes.columns}>
        <Busy when={loaded.summary.outdated || loaded.topicTrends.outdated}>
          <AdoptionCard
            summary={summary}
            trends={loaded.topicTrends.value}
            days={days}
            onTopic={(topic, verdict) => onQuery({ topic, verdict })}
          />
        </Busy>
        <div className={classes.column}>
          <MoversCard
            levels={summary.levels}
            movers={loaded.movers}
            days={Number(days)}
            view={movers}
            onView={onMovers}
          />
          <LeverageCard leverage={loaded.leverage} onWhatIf={onChanges} />
        </div>
      </div>
      <WhatIfCard
        summary={summary}
        levels={summary.levels}
        checks={loaded.checks.value}
        changes={changes}
        onChanges={onChanges}
        answer={loaded.whatIf}
      />
      {children}
      {coverage}
      <ComponentsCard
        summary={summary}
        page={loaded.page}
        query={query}
        onQuery={onQuery}
        onExport={() => api.exportComponents(query)}
      />
    </>
  );
}
