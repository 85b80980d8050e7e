// Starts the real Kubernetes backend plugin in a process of its own.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A running Kubernetes backend plugin. */
export interface KubernetesProcess {
  baseUrl: string;
  stop(): void;
}

/**
 * Starts it.
 *
 * @param clusters - as the configuration of the plugin names them
 * @param callerToken - by which callers are known as the maturity plugin
 */
export async function startKubernetesPlugin(clusters: object[], callerToken: string): Promise<KubernetesProcess> {
  const script = join(__dirname, 'kubernetesBackend.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(clusters), callerToken], {
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: __dirname,
  });
  let log = '';
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', text => {
      log += text;
      const ready = /ready on (\d+)/.exec(log);
      if (ready) resolve(ready[1]);
    });
    child.stderr.on('data', text => (log += text));
    child.on('exit', () => reject(new Error(`the Kubernetes backend did not start:\n${log.slice(-2000)}`)));
  });
  return { baseUrl: `http://127.0.0.1:${port}/api/kubernetes`, stop: () => void child.kill() };
}
