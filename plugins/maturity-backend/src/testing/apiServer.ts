// An API server over HTTP for tests: serves a fake cluster, asks for its token, answers errors as Kubernetes does.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KubernetesObject } from '@maturity-roadmap/engine';
import { GatewayError } from '../source/ClusterGateway';
import { FakeCluster } from './FakeCluster';

const codes = { forbidden: 403, notFound: 404, expired: 410, unreachable: 503 } as const;

/** A running server. */
export interface ApiServer {
  url: string;
  /** Method and path of each request, in order. */
  requests: string[];
  close(): Promise<void>;
}

/**
 * Starts a server.
 *
 * @param forbidden - paths that it refuses
 */
export async function startApiServer(
  objects: readonly KubernetesObject[],
  token: string,
  forbidden: readonly string[] = [],
): Promise<ApiServer> {
  const cluster = new FakeCluster(objects);
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const send = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const refuse = (code: number, message: string) => send(code, { kind: 'Status', apiVersion: 'v1', code, message });
    const path = request.url ?? '/';
    requests.push(`${request.method} ${path}`);
    if (request.headers.authorization !== `Bearer ${token}`) return refuse(401, 'Unauthorized');
    if (forbidden.includes(path.split('?')[0])) return refuse(403, `cannot list ${path}`);
    return cluster.get<object>('any', path).then(
      body => send(200, body),
      (error: GatewayError) => refuse(codes[error.code] ?? 500, error.message),
    );
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}
