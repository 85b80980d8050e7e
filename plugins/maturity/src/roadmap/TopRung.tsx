// The top of the ladder: the level that lies behind the last tier.
import type { RoadmapView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { Rung } from './Rung';

/** There is always one level more than tiers. */
export function TopRung({ roadmap: { levels }, proven }: { roadmap: RoadmapView; proven: boolean }) {
  return <Rung levels={levels} rank={levels.length - 1} proven={proven} />;
}
