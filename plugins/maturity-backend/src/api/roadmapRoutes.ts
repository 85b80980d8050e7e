// The routes of roadmaps and their topics.
import { NotFoundError } from '@backstage/errors';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { NextTopic, RoadmapQuery } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { maturityRoadmapReadPermission } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { adviceTopicsOf, verdicts } from '@maturity-roadmap/engine';
import type { Roadmap } from '@maturity-roadmap/roadmap';
import type { Router } from 'express';
import { nameOf } from '../store/componentList';
import type { RouterParts } from './router';
import { nextTopics } from './views/nextTopics';
import { observedAt } from './views/organisationViews';
import { roadmapSummary, roadmapView, topicView } from './views/roadmapViews';

const limits = { mine: 50, owners: 200, meets: 10, misses: 50, mineOfTopic: 20, changes: 5 };

/** Counts are of what the caller may see, and "mine" is what the caller owns. */
export function addRoadmapRoutes(router: Router, parts: RouterParts): void {
  const { access, content, checks, learning, progress, queries, roadmapQueries, sources } = parts;
  const adviceTopics = adviceTopicsOf(checks);

  const nextFor = async (
    roadmap: Roadmap,
    refs: readonly string[],
    caller: BackstageCredentials,
  ): Promise<NextTopic[]> => {
    const user = access.knownUserOf(caller);
    if (!user) return [];
    const [blocked, read, states] = await Promise.all([
      roadmapQueries.blockedBy(refs),
      learning.read(user, roadmap.id),
      progress.of(user, roadmap.id),
    ]);
    return nextTopics(roadmap, blocked, { read, states });
  };

  router.get('/roadmaps', async (request, response) => {
    await access.require(request, maturityRoadmapReadPermission);
    const { roadmaps, problems } = await content.get();
    response.json({ items: roadmaps.map(roadmap => roadmapSummary(roadmap, checks)), problems });
  });

  router.get('/roadmaps/:roadmapId', async (request, response) => {
    const credentials = await access.require(request, maturityRoadmapReadPermission);
    const { owner, environment = '' } = request.query as RoadmapQuery;
    const roadmap = await content.roadmap(request.params.roadmapId);
    const [visible, mineRefs] = await Promise.all([access.visibleTo(credentials), access.ownershipOf(credentials)]);
    const [levels, topics, mine, owners, stored] = await Promise.all([
      queries.levels(visible),
      roadmapQueries.topicsIn(environment, visible),
      queries.ownedBy(owner ? [owner] : mineRefs, visible, limits.mine),
      roadmapQueries.owners(visible, limits.owners),
      sources.list(),
    ]);
    const refs = mine.map(row => row.component_ref);
    const [mineByTopic, next] = await Promise.all([
      roadmapQueries.verdictsIn(environment, refs),
      nextFor(roadmap, refs, credentials),
    ]);
    const observed = observedAt(stored);
    // Levels are reached by checks, so nobody stands on the ladder of a roadmap without any.
    const { proven } = roadmapSummary(roadmap, checks);
    response.json(
      roadmapView(roadmap, {
        adviceTopics,
        levels: proven ? levels : [],
        topics,
        mine: mine.map(nameOf),
        mineByTopic,
        owners,
        next,
        environments: stored.map(({ status }) => status.environment),
        ...(observed ? { observedAt: observed } : {}),
      }),
    );
  });

  router.get('/roadmaps/:roadmapId/topics/:topicId', async (request, response) => {
    const credentials = await access.require(request, maturityRoadmapReadPermission);
    const { roadmapId, topicId } = request.params;
    const roadmap = await content.roadmap(roadmapId);
    if (!roadmap.topics.has(topicId)) {
      throw new NotFoundError(
        `The roadmap ${roadmapId} has no topic "${topicId}". GET /roadmaps/${roadmapId} lists them.`,
      );
    }
    const [visible, owners] = await Promise.all([access.visibleTo(credentials), access.ownershipOf(credentials)]);
    const own = await queries.ownedBy(owners, visible, limits.mineOfTopic);
    const ownRefs = new Set(own.map(row => row.component_ref));
    const [shares, checkShares, meets, misses, mine, changes] = await Promise.all([
      queries.topics(visible, topicId),
      queries.checks(visible),
      queries.topicComponents(topicId, ['pass', 'warn'], visible, limits.meets),
      queries.topicComponents(topicId, ['fail', 'unknown'], visible, limits.misses, owners),
      queries.topicComponents(topicId, [...verdicts], ownRefs, limits.mineOfTopic),
      roadmapQueries.changesOf(topicId, visible, limits.changes),
    ]);
    const refs = [...meets, ...misses, ...mine].map(row => row.component_ref);
    const changedAt = await roadmapQueries.changedAt(topicId, refs);
    const found = { shares: shares.get(topicId) ?? new Map(), checks, checkShares, meets, misses, mine, owners };
    response.json(topicView(roadmap, topicId, { ...found, adviceTopics, changes, changedAt }));
  });
}
