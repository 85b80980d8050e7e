// Builds kubectl commands that can be pasted into a shell as they are.

/** What no shell reads as anything but text. */
const plain = /^[\w./:=@,{}+-]+$/;

function word(argument: string): string {
  return plain.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}

/**
 * A kubectl command. Every argument stays one word, whatever an object is called.
 *
 * @param namespace - undefined for cluster-scoped objects
 */
export function kubectl(namespace: string | undefined, ...args: string[]): string {
  return ['kubectl', ...(namespace ? ['-n', namespace] : []), ...args].map(word).join(' ');
}
