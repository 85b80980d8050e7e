// What stands behind a change, as one line.
import type { ChangeCause } from '@maturity-roadmap/engine';

const verbs = { created: 'created', changed: 'changed', deleted: 'deleted' } as const;
const tools = { helm: 'Helm', 'argo-cd': 'Argo CD', flux: 'Flux' } as const;

/** `kubectl-edit changed Deployment cart, delivered by Helm release cart cart-1.4.0`. */
export function causeText({ object, change, manager, release }: ChangeCause): string {
  const who = manager ? `${manager} ${verbs[change]}` : `Someone ${verbs[change]}`;
  const what = `${who} ${object.kind} ${object.name}`;
  if (!release) return what;
  const revision = release.revision ? ` ${release.revision}` : '';
  return `${what}, delivered by ${tools[release.tool]} as ${release.name}${revision}`;
}
