// A real etcd and kube-apiserver for tests, by the convention of envtest: the programs lie in KUBEBUILDER_ASSETS.
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './freePort';

const adminToken = 'token-of-the-admin';

/** A running API server, used as its admin. */
export class RealApiServer {
  private readonly folder = mkdtempSync(join(tmpdir(), 'maturity-envtest-'));
  private readonly children: ChildProcess[] = [];
  private log = '';
  private port = 0;

  constructor(private readonly assets: string) {}

  get url(): string {
    return `https://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const [client, peer] = [`http://127.0.0.1:${await freePort()}`, `http://127.0.0.1:${await freePort()}`];
    this.port = await freePort();
    const { publicKey, privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const file = (name: string, text: string) => {
      writeFileSync(join(this.folder, name), text, { mode: 0o600 });
      return join(this.folder, name);
    };
    this.run('etcd', [
      `--data-dir=${join(this.folder, 'etcd')}`,
      `--listen-client-urls=${client}`,
      `--advertise-client-urls=${client}`,
      `--listen-peer-urls=${peer}`,
      `--initial-advertise-peer-urls=${peer}`,
      `--initial-cluster=default=${peer}`,
      '--unsafe-no-fsync',
    ]);
    this.run('kube-apiserver', [
      `--etcd-servers=${client}`,
      `--secure-port=${this.port}`,
      '--bind-address=127.0.0.1',
      `--cert-dir=${join(this.folder, 'certificates')}`,
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-key-file=${file('accounts.pub', publicKey)}`,
      `--service-account-signing-key-file=${file('accounts.key', privateKey)}`,
      '--authorization-mode=RBAC',
      `--token-auth-file=${file('tokens.csv', `${adminToken},admin,admin,"system:masters"\n`)}`,
      '--service-cluster-ip-range=10.0.0.0/24',
      '--disable-admission-plugins=ServiceAccount',
    ]);
    for (let waited = 0; waited < 60_000; waited += 200) {
      if ((await this.call('GET', '/readyz').catch(() => undefined))?.status === 200) return;
      await delay(200);
    }
    throw new Error(`the API server did not become ready:\n${this.log.slice(-2000)}`);
  }

  /** Calls the API as admin. */
  call(method: string, path: string, body?: object): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
      const headers = { authorization: `Bearer ${adminToken}`, 'content-type': type };
      // The server signs its own certificate.
      const call = request(`${this.url}${path}`, { method, headers, rejectUnauthorized: false }, response => {
        let text = '';
        response.on('data', chunk => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      });
      call.on('error', reject);
      call.end(body && JSON.stringify(body));
    });
  }

  /** Does what must work. */
  async must(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const answer = await this.call(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    return JSON.parse(answer.body) as Record<string, unknown>;
  }

  /** A real token of a service account, made by the API server. */
  async tokenOf(namespace: string, name: string): Promise<string> {
    await this.must('POST', `/api/v1/namespaces/${namespace}/serviceaccounts`, { metadata: { name } });
    const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`;
    const { status } = await this.must('POST', path, { spec: {} });
    return (status as { token: string }).token;
  }

  async stop(): Promise<void> {
    for (const child of this.children.reverse()) {
      const ended = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private run(program: string, args: string[]): void {
    const child = spawn(join(this.assets, program), args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (this.log += text));
    this.children.push(child);
  }
}
