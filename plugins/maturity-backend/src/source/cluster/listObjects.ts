// Lists all objects of a kind page by page, with smaller pages where objects are large.
import type { KubernetesObject } from '@maturity-roadmap/engine';
import type { ClusterGateway, ListPage } from '../ClusterGateway';
import { GatewayError } from '../ClusterGateway';
import type { ServedKind } from '../discoverKinds';
import { Pace } from '../Pace';

/** Objects a page: large, since each request through the proxy costs a connection and audit lines. */
const pageSize = 500;
/** How often a list starts again because its page token expired. */
const maxRestarts = 3;

/** What is listed, and how. */
export interface ListRequest {
  gateway: ClusterGateway;
  cluster: string;
  served: ServedKind;
  metadataOnly: boolean;
  /** Called for each object that is too large to be read. */
  onTooLarge(): void;
  /** Called when the list starts from the beginning. */
  onStart(): void;
}

const headOf = (text: string | undefined, field: string) =>
  new RegExp(`"${field}"\\s*:\\s*"([^"]*)"`).exec(text ?? '')?.[1];

/** One page; an object that is too large by itself is left out of it. */
async function readPage(request: ListRequest, token: string, limit: number, signal: AbortSignal): Promise<ListPage> {
  const { gateway, cluster, served, metadataOnly } = request;
  const query = `?limit=${limit}${token ? `&continue=${encodeURIComponent(token)}` : ''}`;
  try {
    const page = await gateway.get<ListPage>(cluster, `${served.path}${query}`, signal, { metadataOnly });
    if (Array.isArray(page?.items)) return page;
    throw new GatewayError('unreachable', `${served.path} did not answer with a list`);
  } catch (error) {
    if (!(error instanceof GatewayError) || error.code !== 'tooLarge' || limit > 1) throw error;
    request.onTooLarge();
    // The metadata of a list come before its items, so the way on is known although the object is not.
    const next = headOf(error.beginning, 'continue');
    const resourceVersion = headOf(error.beginning, 'resourceVersion');
    return { apiVersion: '', kind: '', items: [], metadata: { continue: next ?? '', resourceVersion } };
  }
}

async function listOnce(
  request: ListRequest,
  take: (object: KubernetesObject) => void,
  signal: AbortSignal,
): Promise<string> {
  const { apiVersion, itemKind: kind } = request.served;
  let token = '';
  let limit = pageSize;
  const pace = new Pace();
  let coming = readPage(request, token, limit, signal);
  for (;;) {
    let page: ListPage;
    try {
      page = await coming;
    } catch (error) {
      if (!(error instanceof GatewayError) || error.code !== 'tooLarge') throw error;
      limit = Math.max(1, limit >> 3);
      coming = readPage(request, token, limit, signal);
      continue;
    }
    token = page.metadata?.continue ?? '';
    // The server looks for the next page while this one is taken in.
    if (token) coming = readPage(request, token, limit, signal);
    coming.catch(() => {});
    for (const [at, item] of page.items.entries()) {
      // Two pages are in memory at once: what was taken need not wait for the end of its own.
      page.items[at] = undefined;
      // Items of a list leave out what the list already says.
      const object = { ...(item as object), apiVersion, kind } as KubernetesObject;
      if (object.metadata?.name) take(object);
      await pace.giveWay();
    }
    if (!token) return page.metadata?.resourceVersion ?? '';
  }
}

/**
 * Lists a kind. A list whose page token expires (410) starts again, so that it is one consistent reading.
 *
 * @param take - called with each object as its page arrives
 * @returns the resource version to watch from; empty if the server gave none
 * @throws GatewayError
 */
export async function listObjects(
  request: ListRequest,
  take: (object: KubernetesObject) => void,
  signal: AbortSignal,
): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    try {
      request.onStart();
      return await listOnce(request, take, signal);
    } catch (error) {
      const expired = error instanceof GatewayError && error.code === 'expired';
      if (!expired || attempt >= maxRestarts) throw error;
    }
  }
}
