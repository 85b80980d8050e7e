// What stands behind a change, as one line.
import type { ChangeCause } from '@maturity-roadmap/engine';
import type { Texts } from '../translation/useTexts';

const tools = { helm: 'Helm', 'argo-cd': 'Argo CD', flux: 'Flux' } as const;

/** `kubectl-edit changed Deployment cart, delivered by Helm as cart cart-1.4.0`. */
export function causeText({ object, change: verb, manager, release }: ChangeCause, t: Texts): string {
  const who = manager ?? t('component.changes.someone');
  const change = t(`component.changes.${verb}`, { who, what: `${object.kind} ${object.name}` });
  if (!release) return change;
  const name = [release.name, release.revision].filter(Boolean).join(' ');
  return t('component.changes.delivered', { change, tool: tools[release.tool], release: name });
}
