// Dependencies on stores that wait for the health check that these have.
import type { Fix, ObjectView, RepositoryFile } from '@maturity-roadmap/engine';
import type { Node } from 'yaml';
import { isMap, isScalar, isSeq } from 'yaml';
import type { NodeAt, Replacement } from '../repository';
import { columnOf, editCompose, rangeOf } from '../repository';
import type { StoreDependency } from './storeDependencies';

const healthy = 'service_healthy';

/** The long form of a list that is written in one line. */
function flowForm(list: Node, names: readonly string[], conditionOf: (name: string) => string): Replacement {
  const [from, to] = rangeOf(list);
  const entries = names.map(name => `${name}: { condition: ${conditionOf(name)} }`);
  return { from, to, by: `{ ${entries.join(', ')} }` };
}

/** An item of a list over several lines as a key with its condition below; a comment behind it stays there. */
function blockForm(item: Node, text: string, key: number, condition: string): Replacement {
  const [at, to] = rangeOf(item);
  const from = text.lastIndexOf('-', at - 1);
  // Items may stand below their key without an indent, keys may not.
  const missing = ' '.repeat(Math.max(0, key + 2 - columnOf(text, from)));
  const indent = ' '.repeat(columnOf(text, from) + missing.length + 2);
  return { from, to, by: `${missing}${text.slice(at, to)}:\n${indent}condition: ${condition}` };
}

function replacementsFor(
  service: string,
  stores: ReadonlySet<string>,
  text: string,
  nodeAt: NodeAt,
): (Replacement | undefined)[] {
  const path = ['services', service, 'depends_on'];
  const list = nodeAt(path);
  if (isMap(list))
    return [...stores].map(store => {
      const condition = nodeAt([...path, store, 'condition']);
      return isScalar(condition) ? toHealthy(condition) : undefined;
    });
  if (!isSeq(list) || !list.items.every(item => isScalar(item) && typeof item.value === 'string')) return [undefined];
  const items = list.items.filter(item => isScalar(item));
  const conditionOf = (name: string) => (stores.has(name) ? healthy : 'service_started');
  const nameOf = (item: { value: unknown }) => String(item.value);
  if (list.flow) return [flowForm(list, items.map(nameOf), conditionOf)];
  const key = columnOf(text, text.lastIndexOf('depends_on', rangeOf(list)[0]));
  return items.map(item => blockForm(item, text, key, conditionOf(nameOf(item))));
}

function toHealthy(condition: Node): Replacement {
  const [from, to] = rangeOf(condition);
  return { from, to, by: healthy };
}

/**
 * Lets services wait until their stores are healthy.
 *
 * @returns undefined where a store has no health check of its own, which people have to write first
 */
export function startupFix(
  hasty: readonly StoreDependency[],
  file: RepositoryFile,
  index: ObjectView<'repository/v1/ComposeFile'>,
): Fix | undefined {
  if (hasty.some(({ health }) => health !== 'own')) return undefined;
  const services = [...new Set(hasty.map(({ service }) => service))];
  return editCompose(file, index, nodeAt =>
    services.flatMap(service => {
      const stores = new Set(hasty.filter(one => one.service === service).map(({ store }) => store));
      return replacementsFor(service, stores, file.text, nodeAt);
    }),
  );
}
