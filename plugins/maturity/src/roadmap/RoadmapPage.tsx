// The roadmap: the whole ladder of tiers and topics at a glance, lit by how many services meet each topic.
import { useApi } from '@backstage/core-plugin-api';
import type { RoadmapList } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { useParams } from 'react-router-dom';
import { maturityApiRef } from '../api/MaturityApi';
import { useLoad } from '../hooks/useLoad';
import { useSearchParam } from '../hooks/useSearchParam';
import { LoadError } from '../states/LoadError';
import { PageRoot } from '../states/PageRoot';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { useTexts } from '../translation/useTexts';
import { ContentProblems } from './ContentProblems';
import { RoadmapFilters } from './RoadmapFilters';
import { RoadmapHeading } from './RoadmapHeading';
import { TierRung } from './TierRung';
import { TopRung } from './TopRung';
import { matchesCard } from './filters';

interface RoadmapPageProps {
  /** The list, where it was asked for before. */
  known?: RoadmapList;
}

/** Shows the roadmap that the route names, else the first one. */
export function RoadmapPage({ known }: RoadmapPageProps) {
  const api = useApi(maturityApiRef);
  const t = useTexts();
  const { roadmapId = '' } = useParams();
  const { value, error, reload } = useLoad(`roadmap/${roadmapId}`, async signal => {
    const id = roadmapId || known?.items[0]?.id;
    if (!id) throw new Error(t('roadmap.none'));
    const [list, roadmap, progress] = await Promise.all([
      known ?? api.getRoadmaps(signal),
      api.getRoadmap(id, signal),
      // Who is no user has no progress; the roadmap is shown all the same.
      api.getProgress(id, signal).catch(() => undefined),
    ]);
    return { list, roadmap, progress };
  });
  const [text, setText] = useSearchParam('q');
  const [show, setShow] = useSearchParam('show', 'all');
  if (error && !value) return <LoadError what={t('roadmap.theRoadmap')} error={error} onRetry={reload} />;
  if (!value) return <RowsSkeleton rows={9} height={56} label={t('roadmap.loading')} />;
  const { list, roadmap, progress } = value;
  const proven = list.items.find(({ id }) => id === roadmap.id)?.proven ?? true;
  return (
    <PageRoot>
      <RoadmapHeading roadmap={roadmap} roadmaps={list.items} proven={proven} progress={progress} />
      <ContentProblems problems={list.problems} />
      <RoadmapFilters roadmap={roadmap} progress={progress} text={text} onText={setText} show={show} onShow={setShow} />
      <div>
        {roadmap.tiers.map((tier, at) => (
          <TierRung
            key={tier.id}
            roadmap={roadmap}
            tier={tier}
            rank={at}
            proven={proven}
            progress={progress}
            isShown={card => matchesCard(card, text, show, progress)}
          />
        ))}
        <TopRung roadmap={roadmap} proven={proven} />
      </div>
    </PageRoot>
  );
}
