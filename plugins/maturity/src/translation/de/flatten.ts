// Turns nested texts into the dotted keys of the translation API.

type Flattened<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? { [key in `${P}${K}`]: string } : Flattened<T[K], `${P}${K}.`>;
}[keyof T & string];

type Joined<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never;

/** A nested tree of texts as one level: `{ a: { b: 'x' } }` becomes `{ 'a.b': 'x' }`. */
export function flatten<T extends object>(tree: T): { [K in keyof Joined<Flattened<T>>]: string } {
  const flat: Record<string, string> = {};
  const walk = (node: object, path: string) => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string') flat[path + key] = value;
      else walk(value, `${path}${key}.`);
    }
  };
  walk(tree, '');
  return flat as { [K in keyof Joined<Flattened<T>>]: string };
}
