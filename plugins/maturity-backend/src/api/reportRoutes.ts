// The routes of one component's report: to read it, to have it judged anew, and to see how far that is.
import { NotFoundError } from '@backstage/errors';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { RecheckProgress } from '@maturity-roadmap/backstage-plugin-maturity-common';
import {
  maturityRecheckPermission,
  maturityReportReadPermission,
} from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Request, Router } from 'express';
import type { RouterParts } from './router';
import { dayBefore } from '../store/days';
import { waitFor } from './waitFor';
import { reportView } from './views/reportViews';

/** Days for which a report says how the score went. */
const scoreDays = 90;

/** Only of entities that the catalog shows the caller. */
export function addReportRoutes(router: Router, parts: RouterParts): void {
  const { access, catalog, components, content, checks, reports, insights, history, queries, recheck, sources } = parts;

  const entityOf = async (request: Request, credentials: BackstageCredentials) => {
    const { kind, namespace, name } = request.params;
    const ref = `${kind}:${namespace}/${name}`.toLocaleLowerCase('en-US');
    const entity = await catalog.getEntityByRef(ref, { credentials });
    if (!entity) throw new NotFoundError(`There is no entity ${ref}, or you may not see it.`);
    if (entity.kind !== 'Component') throw new NotFoundError(`${ref} is no component: only components are judged.`);
    return { ref, entity };
  };

  const answerReport = async (request: Request, credentials: BackstageCredentials) => {
    const { ref, entity } = await entityOf(request, credentials);
    const [stored, found, workloads, transitions, listed, roadmap, scores] = await Promise.all([
      reports.get(ref),
      insights.of(ref),
      recheck.workloadsOf([ref]),
      queries.transitions({ component: ref }, 50),
      sources.list(),
      content.roadmap(),
      history.scoresOf(ref, dayBefore(new Date(), scoreDays)),
    ]);
    if (!stored) throw new NotFoundError(`${ref} has not been judged yet: the next run will judge it.`);
    return reportView({
      component: components.toComponent(entity),
      report: stored.report,
      roadmap,
      checks,
      insights: found,
      workloads: workloads.get(ref)!,
      transitions,
      sources: listed,
      scores,
    });
  };

  router.get('/reports/:kind/:namespace/:name', async (request, response) => {
    const credentials = await access.require(request, maturityReportReadPermission);
    response.json(await answerReport(request, credentials));
  });

  router.get('/reports/:kind/:namespace/:name/recheck', async (request, response) => {
    const credentials = await access.require(request, maturityReportReadPermission);
    const { ref } = await entityOf(request, credentials);
    const [environments, listed] = await Promise.all([recheck.progress(ref), sources.list()]);
    const observed = new Map(listed.map(({ status }) => [status.environment, status.observedAt]));
    response.json({
      environments: environments.map(one => {
        const observedAt = observed.get(one.environment);
        return { ...one, ...(observedAt ? { observedAt } : {}) };
      }),
    } satisfies RecheckProgress);
  });

  router.post('/reports/:kind/:namespace/:name/recheck', async (request, response) => {
    await access.require(request, maturityRecheckPermission);
    const credentials = await access.require(request, maturityReportReadPermission);
    // Answers 404 before any work is done for an entity that is not the caller's to see.
    const { component } = await answerReport(request, credentials);
    const event = await parts.auditor.createEvent({ eventId: 'recheck', request, meta: { component: component.ref } });
    try {
      await recheck.request(component.ref);
      await waitFor(async () => !(await recheck.isPending(component.ref)));
      await event.success();
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
    response.json(await answerReport(request, credentials));
  });
}
