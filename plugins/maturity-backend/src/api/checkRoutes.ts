// The routes of the catalogue of checks, and of one check.
import { NotFoundError } from '@backstage/errors';
import type { CheckComponents, CheckComponentsQuery } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { maturityRoadmapReadPermission } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { checkDocuments } from '@maturity-roadmap/checks/documents';
import type { Verdict } from '@maturity-roadmap/engine';
import type { Router } from 'express';
import type { RouterParts } from './router';
import { checkComponents, checkDetails } from './views/checkDetails';
import { checkList } from './views/checkViews';

const verdictsOf: Record<NonNullable<CheckComponentsQuery['verdict']>, Verdict[]> = {
  met: ['pass', 'warn'],
  missed: ['fail'],
  unknown: ['unknown'],
  notApplicable: ['notApplicable'],
};

/** Counts and lists are of what the caller may see. */
export function addCheckRoutes(router: Router, parts: RouterParts): void {
  const { access, content, checks, checkQueries, queries } = parts;
  const checkOf = (id: string) => {
    const check = checks.find(one => one.id === id);
    if (!check)
      throw new NotFoundError(
        `There is no check "${id}": it may have been renamed, or switched off under maturity.checks. GET /checks lists them.`,
      );
    return check;
  };

  router.get('/checks', async (request, response) => {
    const credentials = await access.require(request, maturityRoadmapReadPermission);
    const [shares, { roadmaps }] = await Promise.all([
      queries.checks(await access.visibleTo(credentials)),
      content.get(),
    ]);
    response.json(checkList(checks, shares, roadmaps));
  });

  router.get('/checks/:checkId', async (request, response) => {
    const credentials = await access.require(request, maturityRoadmapReadPermission);
    const check = checkOf(request.params.checkId);
    const [counts, { roadmaps }] = await Promise.all([
      checkQueries.counts(check.id, await access.visibleTo(credentials)),
      content.get(),
    ]);
    response.json(checkDetails(check, { counts, document: checkDocuments[check.id], roadmaps }));
  });

  router.get('/checks/:checkId/components', async (request, response) => {
    const credentials = await access.require(request, maturityRoadmapReadPermission);
    const check = checkOf(request.params.checkId);
    const { verdict = 'missed', limit = 20, offset = 0 } = request.query as CheckComponentsQuery;
    const [visible, owners] = await Promise.all([access.visibleTo(credentials), access.ownershipOf(credentials)]);
    const wanted = verdictsOf[verdict];
    const [counts, rows, roadmap] = await Promise.all([
      checkQueries.counts(check.id, visible),
      checkQueries.components(check.id, wanted, { visible, owners, limit, offset }),
      content.roadmap(),
    ]);
    const records = await queries.recordsOf(rows.map(row => row.component_ref));
    const total = wanted.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
    response.json({
      items: checkComponents(check, rows, { records, roadmap, owners }),
      total,
      levels: roadmap.levels.map(({ id, title }) => ({ id, title })),
    } satisfies CheckComponents);
  });
}
