// What the screens ask of the backend.
import { createApiRef } from '@backstage/core-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type {
  CheckList,
  ComponentPage,
  ComponentsQuery,
  OrganisationSummary,
  ReportView,
  RoadmapList,
  RoadmapView,
  TopicView,
} from '@maturity-roadmap/backstage-plugin-maturity-common';

/**
 * The maturity backend. Each call rejects with a `ResponseError` that carries the backend's message.
 *
 * @public
 */
export interface MaturityApi {
  getRoadmaps(signal?: AbortSignal): Promise<RoadmapList>;
  getRoadmap(roadmapId: string, signal?: AbortSignal): Promise<RoadmapView>;
  getTopic(roadmapId: string, topicId: string, signal?: AbortSignal): Promise<TopicView>;
  getChecks(signal?: AbortSignal): Promise<CheckList>;
  getReport(entity: CompoundEntityRef, signal?: AbortSignal): Promise<ReportView>;
  /** Has the component judged anew; resolves with the new report. */
  recheck(entity: CompoundEntityRef): Promise<ReportView>;
  getOrganisation(signal?: AbortSignal): Promise<OrganisationSummary>;
  getComponents(query: ComponentsQuery, signal?: AbortSignal): Promise<ComponentPage>;
}

/** @public */
export const maturityApiRef = createApiRef<MaturityApi>({ id: 'plugin.maturity.api' });
