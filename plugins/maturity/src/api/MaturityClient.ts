// Calls the maturity backend over HTTP.
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { ComponentsQuery } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { MaturityApi } from './MaturityApi';

/**
 * The client of the REST API.
 *
 * @public
 */
export class MaturityClient implements MaturityApi {
  constructor(private readonly services: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {}

  getRoadmaps: MaturityApi['getRoadmaps'] = signal => this.request('/roadmaps', { signal });

  getRoadmap: MaturityApi['getRoadmap'] = (roadmapId, signal) =>
    this.request(pathOf('roadmaps', roadmapId), { signal });

  getTopic: MaturityApi['getTopic'] = (roadmapId, topicId, signal) =>
    this.request(pathOf('roadmaps', roadmapId, 'topics', topicId), { signal });

  getChecks: MaturityApi['getChecks'] = signal => this.request('/checks', { signal });

  getReport: MaturityApi['getReport'] = (entity, signal) => this.request(reportPath(entity), { signal });

  recheck: MaturityApi['recheck'] = entity => this.request(`${reportPath(entity)}/recheck`, { method: 'POST' });

  getOrganisation: MaturityApi['getOrganisation'] = signal => this.request('/organisation/summary', { signal });

  getComponents: MaturityApi['getComponents'] = (query, signal) =>
    this.request(`/components${search(query)}`, { signal });

  private async request<T>(path: string, init: RequestInit): Promise<T> {
    const baseUrl = await this.services.discoveryApi.getBaseUrl('maturity');
    const response = await this.services.fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}

function pathOf(...segments: string[]): string {
  return segments.map(segment => `/${encodeURIComponent(segment)}`).join('');
}

function reportPath({ kind, namespace, name }: CompoundEntityRef): string {
  return pathOf('reports', kind.toLocaleLowerCase('en-US'), namespace, name);
}

function search(query: ComponentsQuery): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(key, String(value));
  }
  const text = parameters.toString();
  return text ? `?${text}` : '';
}
