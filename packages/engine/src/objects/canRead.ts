// Whether kinds can be asked for without ending a check.
import type { KindId } from '../model';
import type { ObjectView } from './ObjectView';

/**
 * Whether all of some kinds were read, or are not served and so have no objects: asking for any of them then gives an
 * answer. For what a check says in addition, and can do without.
 *
 * @public
 */
export function canRead<K extends KindId>(kinds: readonly K[], index: Pick<ObjectView<K>, 'state'>): boolean {
  return kinds.every(kind => ['synced', 'notServed'].includes(index.state(kind).state));
}
