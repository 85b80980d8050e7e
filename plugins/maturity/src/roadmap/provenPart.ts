// How much of a whole roadmap the services prove.
import type { RoadmapView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { partOf } from '../theme/format';

/** Of all pairs of a service and a topic that applies to it, those that meet: 0 to 1; undefined where none applies. */
export function provenPart({ tiers }: RoadmapView): number | undefined {
  const topics = tiers.flatMap(tier => tier.sections.flatMap(section => section.topics));
  // Advice proves nothing that anybody asks for.
  const shares = topics.filter(({ advice }) => !advice).map(({ adoption }) => adoption);
  return partOf({
    met: shares.reduce((sum, { met }) => sum + met, 0),
    applicable: shares.reduce((sum, { applicable }) => sum + applicable, 0),
  });
}
