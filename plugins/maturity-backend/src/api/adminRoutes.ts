// The route about the work itself, for those who run the plugin.
import { maturityAdminReadPermission } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Router } from 'express';
import type { RequestBudget } from '../files/RequestBudget';
import type { Leases } from '../store/Leases';
import type { OperationStore } from '../store/OperationStore';
import type { RouterParts } from './router';
import { adminState } from './views/adminView';

/** What the admin page is made of beside the sources. */
export interface AdminParts {
  leases: Leases;
  operations: OperationStore;
  budget: RequestBudget;
  repositoriesEnabled: boolean;
}

/** Environments are named here whether or not the caller may see a component in them. */
export function addAdminRoutes(router: Router, { access, admin, sources }: RouterParts): void {
  router.get('/admin/state', async (request, response) => {
    await access.require(request, maturityAdminReadPermission);
    const [told, holders, stored] = await Promise.all([
      admin.operations.list(),
      admin.leases.holders(),
      sources.list(),
    ]);
    const { repositoriesEnabled } = admin;
    response.json(
      adminState({ told, holders, stored, repositoriesEnabled, perHour: host => admin.budget.perHour(host) }),
    );
  });
}
