// Where the Roadmap tab begins: the one roadmap there is, else all of them to choose from.
import { useApi } from '@backstage/core-plugin-api';
import { maturityApiRef } from '../api/MaturityApi';
import { useLoad } from '../hooks/useLoad';
import { LoadError } from '../states/LoadError';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { useTexts } from '../translation/useTexts';
import { RoadmapIndex } from './RoadmapIndex';
import { RoadmapPage } from './RoadmapPage';

/** Nobody has to choose among one. */
export function RoadmapStart() {
  const t = useTexts();
  const api = useApi(maturityApiRef);
  const { value, error, reload } = useLoad('roadmaps', signal => api.getRoadmaps(signal));
  if (error && !value) return <LoadError what={t('roadmap.theRoadmap')} error={error} onRetry={reload} />;
  if (!value) return <RowsSkeleton rows={9} height={56} label={t('roadmap.loading')} />;
  return value.items.length > 1 ? <RoadmapIndex list={value} /> : <RoadmapPage known={value} />;
}
