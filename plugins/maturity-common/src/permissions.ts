// The permissions that the backend asks for and a policy can decide on.
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Read roadmaps, topics and the catalogue of checks. Figures in them count only what the reader may see.
 *
 * @public
 */
export const maturityRoadmapReadPermission = createPermission({
  name: 'maturity.roadmap.read',
  attributes: { action: 'read' },
});

/**
 * Read the report of a component. The reader must also be allowed to read its entity (`catalog.entity.read`).
 *
 * @public
 */
export const maturityReportReadPermission = createPermission({
  name: 'maturity.report.read',
  attributes: { action: 'read' },
});

/**
 * Have a component judged anew.
 *
 * @public
 */
export const maturityRecheckPermission = createPermission({
  name: 'maturity.report.recheck',
  attributes: { action: 'update' },
});

/**
 * Read the organisation's adoption, the table of components, and the state of the sources.
 *
 * @public
 */
export const maturityOrganisationReadPermission = createPermission({
  name: 'maturity.organisation.read',
  attributes: { action: 'read' },
});

/**
 * Read how the plugin's own work goes: what is read of each environment and what is missing, who keeps it, requests to
 * hosts of repositories.
 *
 * @public
 */
export const maturityAdminReadPermission = createPermission({
  name: 'maturity.admin.read',
  attributes: { action: 'read' },
});

/**
 * All permissions of the plugin.
 *
 * @public
 */
export const maturityPermissions = [
  maturityRoadmapReadPermission,
  maturityReportReadPermission,
  maturityRecheckPermission,
  maturityOrganisationReadPermission,
  maturityAdminReadPermission,
];
