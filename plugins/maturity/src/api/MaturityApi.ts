// What the screens ask of the backend.
import { createApiRef } from '@backstage/core-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type {
  AdminState,
  CheckComponents,
  CheckComponentsQuery,
  CheckDetails,
  CheckList,
  ComponentPage,
  ComponentsQuery,
  HeatMap,
  HeatMapQuery,
  Leverage,
  OrganisationQuery,
  OrganisationSummary,
  Progress,
  ProgressChange,
  RecheckProgress,
  ReportView,
  RoadmapList,
  RoadmapQuery,
  RoadmapView,
  TopicView,
  Trend,
  TrendQuery,
} from '@maturity-roadmap/backstage-plugin-maturity-common';

/**
 * The maturity backend. Each call rejects with a `ResponseError` that carries the backend's message, and
 * the id of the request as `requestId`.
 *
 * @public
 */
export interface MaturityApi {
  getRoadmaps(signal?: AbortSignal): Promise<RoadmapList>;
  getRoadmap(roadmapId: string, signal?: AbortSignal, query?: RoadmapQuery): Promise<RoadmapView>;
  getTopic(roadmapId: string, topicId: string, signal?: AbortSignal): Promise<TopicView>;
  getChecks(signal?: AbortSignal): Promise<CheckList>;
  getCheck(checkId: string, signal?: AbortSignal): Promise<CheckDetails>;
  getCheckComponents(checkId: string, query: CheckComponentsQuery, signal?: AbortSignal): Promise<CheckComponents>;
  getReport(entity: CompoundEntityRef, signal?: AbortSignal): Promise<ReportView>;
  /** Has the component judged anew; resolves with the new report. */
  recheck(entity: CompoundEntityRef): Promise<ReportView>;
  /** How far a recheck is. */
  getRecheck(entity: CompoundEntityRef, signal?: AbortSignal): Promise<RecheckProgress>;
  getOrganisation(query: OrganisationQuery, signal?: AbortSignal): Promise<OrganisationSummary>;
  getTrend(query: TrendQuery, signal?: AbortSignal): Promise<Trend>;
  getHeatMap(query: HeatMapQuery, signal?: AbortSignal): Promise<HeatMap>;
  getLeverage(query: OrganisationQuery, signal?: AbortSignal): Promise<Leverage>;
  getComponents(query: ComponentsQuery, signal?: AbortSignal): Promise<ComponentPage>;
  /** All components that match, as CSV; pages are ignored. */
  exportComponents(query: ComponentsQuery): Promise<Blob>;
  /** How the plugin's own work goes; for those who run it. */
  getAdminState(signal?: AbortSignal): Promise<AdminState>;
  /** The signed-in user's own progress. */
  getProgress(roadmapId: string, signal?: AbortSignal): Promise<Progress>;
  setProgress(roadmapId: string, topicId: string, state: ProgressChange['state']): Promise<Progress>;
  /** Says that the signed-in user has read a topic, or has not. */
  setRead(roadmapId: string, topicId: string, read: boolean): Promise<Progress>;
}

/** @public */
export const maturityApiRef = createApiRef<MaturityApi>({ id: 'plugin.maturity.api' });
