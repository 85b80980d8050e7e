// Starts backends in processes of their own.
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { ReplicaInput } from './maturityBackend';

/** A running backend. */
export interface BackendProcess {
  child: ChildProcess;
  url: string;
}

// Tests and benchmarks have the source at hand.
const here = resolvePackagePath('@maturity-roadmap/backstage-plugin-maturity-backend', 'src/testing');

async function startProcess(script: string, ...args: string[]): Promise<BackendProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(here, script), ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: here,
  });
  let log = '';
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', text => {
      log += text;
      const ready = /ready on (\d+)/.exec(log);
      if (ready) resolve(ready[1]);
    });
    child.stderr.on('data', text => (log += text));
    child.on('exit', () => reject(new Error(`${script} did not start:\n${log.slice(-3000)}`)));
  });
  return { child, url: `http://127.0.0.1:${port}` };
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()));
  child.kill();
  await ended;
}

/** A running Kubernetes backend plugin. */
export interface KubernetesProcess {
  baseUrl: string;
  /** Resolves once the process has ended. */
  stop(): Promise<void>;
}

/**
 * Starts the real Kubernetes backend plugin.
 *
 * @param clusters - as the configuration of the plugin names them
 * @param callerToken - by which callers are known as the maturity plugin
 */
export async function startKubernetesPlugin(clusters: object[], callerToken: string): Promise<KubernetesProcess> {
  const { child, url } = await startProcess('kubernetesBackend.ts', JSON.stringify(clusters), callerToken);
  return { baseUrl: `${url}/api/kubernetes`, stop: () => endOf(child) };
}

/** Starts a replica of a whole backend: the maturity plugin beside the Kubernetes plugin. */
export const startMaturityBackend = (input: ReplicaInput): Promise<BackendProcess> =>
  startProcess('maturityBackend.ts', JSON.stringify(input));
