// How pages learn that a report changed.

/** Channel of the signals plugin. @public */
export const maturityChannel = 'maturity';

/**
 * What is sent over the channel.
 *
 * @public
 */
export interface MaturitySignal {
  /** Keys of the components whose report changed; see {@link signalKey}. */
  changed?: string[];
  /** Set instead where very many changed. */
  many?: boolean;
}

/**
 * Stands for a component in a message that everybody receives: who knows the component can tell it is meant, who does
 * not can't read its name. Not a secret, so a quick hash (FNV-1a, 53 bits) is enough.
 *
 * @param ref - entity ref
 * @public
 */
export function signalKey(ref: string): string {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let at = 0; at < ref.length; at++) {
    low = Math.imul(low ^ ref.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ ref.charCodeAt(at), 0x85ebca6b);
  }
  return ((high >>> 11) * 2 ** 32 + (low >>> 0)).toString(36);
}
