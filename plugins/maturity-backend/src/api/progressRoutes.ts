// The routes by which learners keep their own progress.
import { NotFoundError } from '@backstage/errors';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Progress, ProgressChange, ReadChange } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { maturityRoadmapReadPermission } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Request, Router } from 'express';
import type { RouterParts } from './router';

/** Everybody reads and writes what is theirs, and nobody anything else. */
export function addProgressRoutes(router: Router, parts: RouterParts): void {
  const { access, content, learning, progress } = parts;
  const callerOf = async (request: Request) => {
    const credentials = await access.require(request, maturityRoadmapReadPermission);
    return { credentials, user: await access.userOf(credentials) };
  };
  const topicOf = async (request: Request) => {
    const { id, topics } = await content.roadmap(request.params.roadmapId);
    const { topicId } = request.params;
    if (!topics.has(topicId))
      throw new NotFoundError(`The roadmap ${id} has no topic "${topicId}". GET /roadmaps/${id} lists them.`);
    return { id, topicId };
  };
  const progressOf = async (credentials: BackstageCredentials, user: string, roadmap: string): Promise<Progress> => {
    const [visible, owners] = await Promise.all([access.visibleTo(credentials), access.ownershipOf(credentials)]);
    const [topics, read, proven] = await Promise.all([
      progress.of(user, roadmap),
      learning.read(user, roadmap),
      learning.proofs(owners, visible),
    ]);
    return { topics, read, proven };
  };

  router.get('/progress/:roadmapId', async (request, response) => {
    const { credentials, user } = await callerOf(request);
    const { id } = await content.roadmap(request.params.roadmapId);
    response.json(await progressOf(credentials, user, id));
  });

  router.put('/progress/:roadmapId/topics/:topicId', async (request, response) => {
    const { credentials, user } = await callerOf(request);
    const { id, topicId } = await topicOf(request);
    const { state } = request.body as ProgressChange;
    await progress.set(user, id, topicId, state, new Date());
    response.json(await progressOf(credentials, user, id));
  });

  router.put('/progress/:roadmapId/topics/:topicId/read', async (request, response) => {
    const { credentials, user } = await callerOf(request);
    const { id, topicId } = await topicOf(request);
    const { read } = request.body as ReadChange;
    await learning.setRead(user, id, topicId, read, new Date());
    response.json(await progressOf(credentials, user, id));
  });
}
