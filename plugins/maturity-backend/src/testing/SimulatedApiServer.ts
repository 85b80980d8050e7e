// An API server over HTTP without a cluster behind it: discovery, paged lists, watches with bookmarks, and faults.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { KubernetesObject } from '@maturity-roadmap/engine';
import { apiGroup } from '@maturity-roadmap/engine';
import type { Resource } from './ObjectHistory';
import { ObjectHistory } from './ObjectHistory';

/** What a path answers in place of its objects. */
export type Fault =
  | { status: number; message?: string; retryAfter?: number }
  /** Breaks the connection off, or answers what is no JSON. */
  | 'broken'
  | 'garbage'
  /** Never answers. */
  | 'hanging';

const verbs = ['get', 'list', 'watch'];
const alwaysServed = ['Pod', 'Service', 'Secret', 'ConfigMap', 'Namespace'];

/** A simulated API server. */
export class SimulatedApiServer {
  readonly history: ObjectHistory;
  /** Method and path with query of each request, and the Accept header, in order. */
  readonly requests: { method: string; path: string; accept: string }[] = [];
  /** By path without query: for every request, or a list that is used up one by one. */
  readonly faults = new Map<string, Fault | (Fault | undefined)[]>();
  /** Told of each request; what it returns is called once the answer has been sent. */
  onRequest?: (path: string) => () => void;
  /** Milliseconds before each answer. */
  latency = 0;
  /** Milliseconds between bookmarks. */
  bookmarkEvery = 1_000;
  /** Seconds after which a watch is ended, whatever it asked for. */
  longestWatch = Infinity;
  /** Bearer token that every request must bring. */
  token?: string;
  private readonly server: Server;
  private readonly watches = new Set<ServerResponse>();

  constructor(objects: Iterable<KubernetesObject> = []) {
    this.history = new ObjectHistory(objects);
    for (const kind of alwaysServed) this.history.serve('v1', kind);
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  /** @returns its URL */
  async start(port = 0): Promise<string> {
    await new Promise<void>(resolve => {
      this.server.listen(port, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Breaks all watches off in the middle of whatever they were telling. */
  dropWatches(): void {
    for (const response of this.watches) response.destroy();
  }

  /** Watches that are open. */
  get openWatches(): number {
    return this.watches.size;
  }

  async stop(): Promise<void> {
    this.dropWatches();
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://cluster');
    const accept = request.headers.accept ?? '';
    this.requests.push({ method: request.method ?? '', path: request.url ?? '', accept });
    if (this.onRequest) response.once('close', this.onRequest(request.url ?? ''));
    if (this.latency) await delay(this.latency);
    // Whoever asked may have gone meanwhile.
    if (response.destroyed) return undefined;
    const fault = this.faultAt(url.pathname);
    if (fault === 'hanging') return undefined;
    if (fault === 'broken') return void response.destroy();
    if (fault === 'garbage') return void response.writeHead(200).end('{"kind":"Li');
    if (fault) return refuse(response, fault.status, fault.message ?? 'refused by the test', fault.retryAfter);
    if (this.token && request.headers.authorization !== `Bearer ${this.token}`)
      return refuse(response, 401, 'Unauthorized');
    const discovered = this.discover(url.pathname);
    if (discovered) return send(response, discovered);
    const [, group, version, name] = /^\/(?:api|apis\/([^/]+))\/([^/]+)\/([^/]+)$/.exec(url.pathname) ?? [];
    const resource = this.history.find(group ? `${group}/${version}` : version, name);
    if (!resource) return refuse(response, 404, `the server does not serve ${url.pathname}`);
    const isPartial = accept.includes('as=PartialObjectMetadata');
    if (url.searchParams.has('watch')) return this.watch(resource, url.searchParams, response, isPartial);
    return this.list(resource, url.searchParams, response, isPartial);
  }

  private faultAt(path: string): Fault | undefined {
    const fault = this.faults.get(path);
    return Array.isArray(fault) ? fault.shift() : fault;
  }

  private discover(path: string): object | undefined {
    const resources = this.history.resources();
    if (path === '/apis') {
      const versions = [...new Set(resources.map(({ apiVersion }) => apiVersion))].filter(apiGroup);
      const groups = [...new Set(versions.map(apiGroup))];
      const of = (group: string) => versions.filter(one => apiGroup(one) === group);
      return {
        groups: groups.map(name => ({
          name,
          versions: of(name).map(groupVersion => ({ groupVersion, version: groupVersion.slice(name.length + 1) })),
        })),
      };
    }
    const [, group, version] = /^\/(?:api|apis\/([^/]+))\/([^/]+)$/.exec(path) ?? [];
    if (!version) return undefined;
    const apiVersion = group ? `${group}/${version}` : version;
    const served = resources.filter(one => one.apiVersion === apiVersion);
    return { resources: served.map(({ name, kind, namespaced }) => ({ name, kind, namespaced, verbs })) };
  }

  private list(resource: Resource, query: URLSearchParams, response: ServerResponse, isPartial: boolean): void {
    // As in etcd, all pages show the objects of the first page's version, until that version is compacted.
    const [version, start] = (query.get('continue') ?? `${this.history.version}:0`).split(':').map(Number);
    const all = this.history.snapshot(resource, version);
    if (!all) return refuse(response, 410, 'the provided continue parameter is too old');
    const end = start + Number(query.get('limit') ?? all.length);
    send(response, {
      kind: isPartial ? 'PartialObjectMetadataList' : `${resource.kind}List`,
      apiVersion: isPartial ? 'meta.k8s.io/v1' : resource.apiVersion,
      metadata: { resourceVersion: String(version), ...(end < all.length ? { continue: `${version}:${end}` } : {}) },
      // Items leave out what the list already says.
      items: all.slice(start, end).map(object => (isPartial ? { metadata: object.metadata } : withoutKind(object))),
    });
    return undefined;
  }

  private watch(resource: Resource, query: URLSearchParams, response: ServerResponse, isPartial: boolean): void {
    let version = Number(query.get('resourceVersion') ?? 0);
    response.writeHead(200, { 'content-type': 'application/json' });
    const write = (type: string, object: object) =>
      response.writableEnded || response.write(`${JSON.stringify({ type, object })}\n`);
    const expired = { kind: 'Status', code: 410, message: 'too old resource version' };
    const tell = () => {
      const events = this.history.since(resource, version);
      if (response.writableEnded) return undefined;
      if (!events) return void response.end(`${JSON.stringify({ type: 'ERROR', object: expired })}\n`);
      for (const event of events) write(event.type, isPartial ? { metadata: event.object.metadata } : event.object);
      version = Math.max(version, events.at(-1)?.version ?? 0);
      return undefined;
    };
    const bookmark = () => {
      tell();
      version = this.history.version;
      write('BOOKMARK', { kind: resource.kind, metadata: { resourceVersion: String(version) } });
    };
    const forget = this.history.onEvent(resource, tell);
    const bookmarks = setInterval(bookmark, this.bookmarkEvery);
    const seconds = Math.min(Number(query.get('timeoutSeconds') ?? 300), this.longestWatch);
    const end = setTimeout(() => response.end(), seconds * 1000);
    this.watches.add(response);
    response.on('close', () => {
      forget();
      clearInterval(bookmarks);
      clearTimeout(end);
      this.watches.delete(response);
    });
    response.flushHeaders();
    tell();
  }
}

function withoutKind({ apiVersion: _, kind: __, ...item }: KubernetesObject): object {
  return item;
}

function send(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function refuse(response: ServerResponse, code: number, message: string, retryAfter?: number): void {
  if (retryAfter) response.setHeader('retry-after', String(retryAfter));
  send(response, { kind: 'Status', apiVersion: 'v1', code, message }, code);
}
