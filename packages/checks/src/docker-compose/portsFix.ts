// Ports of stores, published to this machine alone.
import type { Fix, ObjectView, RepositoryFile } from '@maturity-roadmap/engine';
import { isScalar, isSeq } from 'yaml';
import { editCompose, rangeOf } from '../repository';

/** Ports alone: whoever writes an address has chosen it. */
const bare = /^\d+(-\d+)?:\d+(-\d+)?(\/\w+)?$/;

/** Binds ports to the loopback address; undefined where one is written in another file, or with an address. */
export function portsFix(
  open: readonly { name: string; port: string }[],
  file: RepositoryFile,
  index: ObjectView<'repository/v1/ComposeFile'>,
): Fix | undefined {
  return editCompose(file, index, nodeAt =>
    open.map(({ name, port }) => {
      const list = nodeAt(['services', name, 'ports']);
      if (!isSeq(list) || !bare.test(port)) return undefined;
      const item = list.items.find(one => isScalar(one) && String(one.value) === port);
      if (!isScalar(item)) return undefined;
      const [from, to] = rangeOf(item);
      const quote = /^["']/.exec(file.text.slice(from, to))?.[0] ?? '';
      return { from, to, by: `${quote || "'"}127.0.0.1:${port}${quote || "'"}` };
    }),
  );
}
