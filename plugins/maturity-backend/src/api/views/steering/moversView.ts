// Changes of level with the verdict that decided each.
import type { Mover, Movers, MoversQuery } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Check } from '@maturity-roadmap/engine';
import type { Roadmap } from '@maturity-roadmap/roadmap';
import type { Queries } from '../../../store/queries';
import { transitionView } from '../reportViews';

const day = 24 * 60 * 60_000;
/** A change of level tells its cause as `<check> in <environment>: <reason>`; see `diffLevels` of the store. */
const decided = /^([a-z0-9-]+) in (\S+): (.*)$/s;

/** Newest first. @param found - changes of level, newest first */
export function moversView(
  found: Awaited<ReturnType<Queries['transitions']>>,
  query: MoversQuery,
  roadmap: Roadmap,
  checks: readonly Check[],
  now: Date,
): Movers {
  const { days = 14, direction, environment, limit = 6, offset = 0 } = query;
  const since = new Date(now.getTime() - days * day).toISOString();
  const ranks = new Map(roadmap.levels.map(({ id }, rank) => [id, rank]));
  const byId = new Map(checks.map(check => [check.id, check]));
  const movers = found
    .filter(({ at }) => at >= since)
    .map((row): Mover => {
      const transition = transitionView(row);
      const rose = (ranks.get(transition.to) ?? 0) > (ranks.get(transition.from ?? '') ?? 0);
      const [, id, where, reason] = decided.exec(transition.reason) ?? [];
      const check = byId.get(id);
      const because = check && {
        check: id,
        title: check.title,
        topic: check.topic,
        topicTitle: roadmap.topics.get(check.topic)?.title ?? check.topic,
        environment: where,
        reason,
      };
      return { ...transition, rose, ...(because ? { because } : {}) };
    })
    .filter(({ because }) => !environment || because?.environment === environment);
  const rose = movers.filter(mover => mover.rose).length;
  const wanted = direction ? movers.filter(mover => mover.rose === (direction === 'rose')) : movers;
  return { items: wanted.slice(offset, offset + limit), rose, fell: movers.length - rose };
}
