// The cause of a change in words.
import { englishTexts } from '../testing/englishTexts';
import { causeText } from './causeText';

const object = { cluster: 'prod', apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' };

it.each([
  [{ object, change: 'changed', manager: 'kubectl-edit' }, 'kubectl-edit changed Deployment cart'],
  [{ object, change: 'deleted' }, 'Someone deleted Deployment cart'],
  [
    {
      object,
      change: 'created',
      manager: 'helm',
      release: { tool: 'helm', name: 'cart', revision: 'cart-1.4.0' },
    },
    'helm created Deployment cart, delivered by Helm as cart cart-1.4.0',
  ],
] as const)('%j', (cause, text) => {
  expect(causeText(cause, englishTexts())).toBe(text);
});
