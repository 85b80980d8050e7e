// The roadmap: the whole ladder of tiers and topics at a glance, lit by how many services meet each topic.
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { RoadmapList } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { useParams, useSearchParams } from 'react-router-dom';
import { maturityApiRef } from '../api/MaturityApi';
import { useLoad } from '../hooks/useLoad';
import { rootRouteRef } from '../routes';
import { Busy } from '../states/Busy';
import { LoadError } from '../states/LoadError';
import { PageRoot } from '../states/PageRoot';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { useTexts } from '../translation/useTexts';
import { ContentProblems } from './ContentProblems';
import { RoadmapFilters } from './RoadmapFilters';
import { RoadmapHeading } from './RoadmapHeading';
import { TierRung } from './TierRung';
import { TopRung } from './TopRung';
import { NothingFound } from './NothingFound';
import { onCardKey } from './cardKeys';
import { matchesCard } from './filters';
import { useRoadmapChoice } from './useRoadmapChoice';

interface RoadmapPageProps {
  /** The list, where it was asked for before. */
  known?: RoadmapList;
}

/** Shows the roadmap that the route names, else the first one. */
export function RoadmapPage({ known }: RoadmapPageProps) {
  const api = useApi(maturityApiRef);
  const t = useTexts();
  const rootRoute = useRouteRef(rootRouteRef);
  const { roadmapId = '' } = useParams();
  const [, setParameters] = useSearchParams();
  const choice = useRoadmapChoice();
  const { owner, environment } = choice;
  const key = `roadmap/${roadmapId}?owner=${owner}&environment=${environment}`;
  const load = async (signal: AbortSignal) => {
    const id = roadmapId || known?.items[0]?.id;
    if (!id) throw new Error(t('roadmap.none'));
    const [list, roadmap, progress] = await Promise.all([
      known ?? api.getRoadmaps(signal),
      api.getRoadmap(id, signal, { owner, environment }),
      // Who is no user has no progress; the roadmap is shown all the same.
      api.getProgress(id, signal).catch(() => undefined),
    ]);
    return { list, roadmap, progress };
  };
  // While another owner or environment loads, what was shown stays.
  const { value, error, outdated, reload } = useLoad(key, load, `roadmap/${roadmapId}`);
  if (error && !value) {
    return (
      <LoadError what={t('roadmap.theRoadmap')} error={error} onRetry={reload}>
        {roadmapId && <Link to={`${rootRoute()}/roadmap`}>{t('roadmap.index.all')}</Link>}
      </LoadError>
    );
  }
  if (!value) return <RowsSkeleton rows={9} height={56} label={t('roadmap.loading')} />;
  const { list, roadmap, progress } = value;
  const proven = list.items.find(({ id }) => id === roadmap.id)?.proven ?? true;
  const tiers = roadmap.tiers
    .map((tier, at) => ({ tier, at }))
    .filter(({ tier }) => !choice.section || tier.sections.some(({ id }) => id === choice.section));
  const found = tiers
    .flatMap(({ tier }) => tier.sections)
    .filter(({ id }) => !choice.section || id === choice.section)
    .flatMap(({ topics }) => topics)
    .filter(card => matchesCard(card, choice, roadmap, progress)).length;
  return (
    <PageRoot title={roadmap.title} hasHeading>
      <RoadmapHeading roadmap={roadmap} roadmaps={list.items} proven={proven} progress={progress} />
      <ContentProblems problems={list.problems} />
      <RoadmapFilters roadmap={roadmap} progress={progress} choice={choice} proven={proven} />
      <Busy when={outdated}>
        {/* Links take the keys; the element around them only moves the focus among them. */}
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div onKeyDown={onCardKey}>
          {tiers.map(({ tier, at }) => (
            <TierRung
              key={tier.id}
              roadmap={roadmap}
              tier={tier}
              rank={at}
              proven={proven}
              progress={progress}
              only={choice.section}
              isShown={card => matchesCard(card, choice, roadmap, progress)}
            />
          ))}
          {!choice.section && <TopRung roadmap={roadmap} proven={proven} />}
          {found === 0 && <NothingFound onClear={() => setParameters({}, { replace: true })} />}
        </div>
      </Busy>
    </PageRoot>
  );
}
