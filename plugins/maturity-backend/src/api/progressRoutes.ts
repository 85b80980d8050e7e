// The routes by which learners keep their own progress.
import { NotFoundError } from '@backstage/errors';
import type { Progress, ProgressChange } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { maturityRoadmapReadPermission } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Request, Router } from 'express';
import type { RouterParts } from './router';

/** Everybody reads and writes what is theirs, and nobody anything else. */
export function addProgressRoutes(router: Router, parts: RouterParts): void {
  const { access, content, progress } = parts;
  const userOf = async (request: Request) =>
    access.userOf(await access.require(request, maturityRoadmapReadPermission));

  router.get('/progress/:roadmapId', async (request, response) => {
    const user = await userOf(request);
    const { id } = await content.roadmap(request.params.roadmapId);
    response.json({ topics: await progress.of(user, id) } satisfies Progress);
  });

  router.put('/progress/:roadmapId/topics/:topicId', async (request, response) => {
    const user = await userOf(request);
    const { id, topics } = await content.roadmap(request.params.roadmapId);
    const { topicId } = request.params;
    if (!topics.has(topicId))
      throw new NotFoundError(`The roadmap ${id} has no topic "${topicId}". GET /roadmaps/${id} lists them.`);
    const { state } = request.body as ProgressChange;
    await progress.set(user, id, topicId, state, new Date());
    response.json({ topics: await progress.of(user, id) } satisfies Progress);
  });
}
