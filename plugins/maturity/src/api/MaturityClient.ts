// Calls the maturity backend over HTTP.
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { MaturityApi } from './MaturityApi';

/**
 * The client of the REST API.
 *
 * @public
 */
export class MaturityClient implements MaturityApi {
  constructor(private readonly services: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {}

  getRoadmaps: MaturityApi['getRoadmaps'] = signal => this.request('/roadmaps', { signal });

  getRoadmap: MaturityApi['getRoadmap'] = (roadmapId, signal, query = {}) =>
    this.request(`${pathOf('roadmaps', roadmapId)}${search(query)}`, { signal });

  getTopic: MaturityApi['getTopic'] = (roadmapId, topicId, signal) =>
    this.request(pathOf('roadmaps', roadmapId, 'topics', topicId), { signal });

  getChecks: MaturityApi['getChecks'] = signal => this.request('/checks', { signal });

  getCheck: MaturityApi['getCheck'] = (checkId, signal) => this.request(pathOf('checks', checkId), { signal });

  getCheckComponents: MaturityApi['getCheckComponents'] = (checkId, query, signal) =>
    this.request(`${pathOf('checks', checkId, 'components')}${search(query)}`, { signal });

  getReport: MaturityApi['getReport'] = (entity, signal) => this.request(reportPath(entity), { signal });

  recheck: MaturityApi['recheck'] = entity => this.request(`${reportPath(entity)}/recheck`, { method: 'POST' });

  getRecheck: MaturityApi['getRecheck'] = (entity, signal) => this.request(`${reportPath(entity)}/recheck`, { signal });

  getOrganisation: MaturityApi['getOrganisation'] = (query, signal) =>
    this.request(`/organisation/summary${search(query)}`, { signal });

  getTrend: MaturityApi['getTrend'] = (query, signal) =>
    this.request(`/organisation/trend${search(query)}`, { signal });

  getHeatMap: MaturityApi['getHeatMap'] = (query, signal) =>
    this.request(`/organisation/heatmap${search(query)}`, { signal });

  getLeverage: MaturityApi['getLeverage'] = (query, signal) =>
    this.request(`/organisation/leverage${search(query)}`, { signal });

  getComponents: MaturityApi['getComponents'] = (query, signal) =>
    this.request(`/components${search(query)}`, { signal });

  exportComponents: MaturityApi['exportComponents'] = async query => {
    // Every page is exported, so which one is shown does not matter.
    const { limit: _, offset: __, ...filters } = query;
    return (await this.fetch(`/components/export${search(filters)}`, {})).blob();
  };

  getAdminState: MaturityApi['getAdminState'] = signal => this.request('/admin/state', { signal });

  getProgress: MaturityApi['getProgress'] = (roadmapId, signal) =>
    this.request(pathOf('progress', roadmapId), { signal });

  setProgress: MaturityApi['setProgress'] = (roadmapId, topicId, state) =>
    this.put(pathOf('progress', roadmapId, 'topics', topicId), { state });

  setRead: MaturityApi['setRead'] = (roadmapId, topicId, read) =>
    this.put(pathOf('progress', roadmapId, 'topics', topicId, 'read'), { read });

  private put<T>(path: string, body: object): Promise<T> {
    const headers = { 'Content-Type': 'application/json' };
    return this.request(path, { method: 'PUT', headers, body: JSON.stringify(body) });
  }

  private async request<T>(path: string, init: RequestInit): Promise<T> {
    return (await this.fetch(path, init)).json();
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    const baseUrl = await this.services.discoveryApi.getBaseUrl('maturity');
    const response = await this.services.fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) {
      const requestId = response.headers.get('x-request-id');
      throw Object.assign(await ResponseError.fromResponse(response), requestId ? { requestId } : {});
    }
    return response;
  }
}

function pathOf(...segments: string[]): string {
  return segments.map(segment => `/${encodeURIComponent(segment)}`).join('');
}

function reportPath({ kind, namespace, name }: CompoundEntityRef): string {
  return pathOf('reports', kind.toLocaleLowerCase('en-US'), namespace, name);
}

function search(query: object): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(key, String(value));
  }
  const text = parameters.toString();
  return text ? `?${text}` : '';
}
