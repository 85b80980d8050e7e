// Generates the shapes of all kinds from their TypeScript types, so that manifests can be checked without a cluster.
import { join } from 'node:path';
import ts from 'typescript';

/** Types whose values may be written as number or text, though their type says text. */
const scalars = /\b(Quantity|IntOrString)\b/;

/** Writes types as shapes: see the docstring of `Shape` in the engine. */
class ShapeWriter {
  readonly definitions: Record<string, Record<string, string>> = {};
  /** The names of all fields of all types. */
  readonly fieldNames = new Set<string>();
  private readonly names = new Map<ts.Type, string>();

  constructor(private readonly checker: ts.TypeChecker) {}

  shapeOf(type: ts.Type, declared = ''): string {
    if (type.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return '*';
    const bare = this.checker.getNonNullableType(type);
    if (scalars.test(declared) && bare.flags & ts.TypeFlags.String) return 'q';
    if (bare.isUnion()) return this.shapeOfUnion(bare);
    if (bare.flags & ts.TypeFlags.StringLike) return 's';
    if (bare.flags & ts.TypeFlags.NumberLike) return 'n';
    if (bare.flags & ts.TypeFlags.BooleanLike) return 'b';
    if (!(bare.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return '*';
    return this.shapeOfObject(bare, declared);
  }

  private shapeOfUnion(union: ts.UnionType): string {
    const shapes = new Set(union.types.map(one => this.shapeOf(one)));
    if (shapes.size === 1) return [...shapes][0];
    return shapes.size === 2 && shapes.has('s') && shapes.has('n') ? 'q' : '*';
  }

  private shapeOfObject(type: ts.Type, declared: string): string {
    if (this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference);
      return `[${this.shapeOf(item)}`;
    }
    const values = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const properties = this.checker.getPropertiesOfType(type);
    if (values) return properties.length > 0 ? '*' : `{${this.shapeOf(values.type, declared)}`;
    // A bare `object` says nothing but that it is one.
    if (properties.length === 0) return '{*';
    return this.define(type, properties);
  }

  private define(type: ts.Type, properties: readonly ts.Symbol[]): string {
    const known = this.names.get(type);
    if (known) return known;
    const name = `#${this.names.size}`;
    this.names.set(type, name);
    const fields: Record<string, string> = {};
    this.definitions[name] = fields;
    for (const property of properties) {
      this.fieldNames.add(property.name);
      const declaration = property.valueDeclaration;
      const declared = declaration && ts.isPropertySignature(declaration) ? (declaration.type?.getText() ?? '') : '';
      const shape = this.shapeOf(this.checker.getTypeOfSymbol(property), declared);
      const isRequired = !(property.flags & ts.SymbolFlags.Optional) && shape.startsWith('#');
      if (shape !== '*') fields[property.name] = isRequired ? `!${shape}` : shape;
    }
    return name;
  }
}

/**
 * The module that holds the shapes, and the names of all fields.
 *
 * @param root - of the project
 * @throws Error if the types of the kinds can't be found
 */
export function generateShapes(root: string): { text: string; fields: ReadonlySet<string> } {
  const file = join(root, 'packages/engine/src/model/kinds/registry.ts');
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const kinds = source?.statements.find(
    (one): one is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(one) && one.name.text === 'KindTypes',
  );
  if (!kinds) throw new Error(`${file} has no interface KindTypes: the shapes are made from it.`);
  const writer = new ShapeWriter(checker);
  const roots: Record<string, string> = {};
  for (const kind of checker
    .getPropertiesOfType(checker.getTypeAtLocation(kinds))
    .sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!kind.name.startsWith('repository/')) roots[kind.name] = writer.shapeOf(checker.getTypeOfSymbol(kind));
  }
  const text = `// Generated from the types of the kinds by \`yarn generate\`: which fields hold what.

/** The shape of each kind's objects. */
export const kindShapes: Readonly<Record<string, string>> = ${JSON.stringify(roots)};

/** The fields of each type; those that may hold anything are left out. */
export const shapeDefinitions: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(writer.definitions)};
`;
  return { text, fields: writer.fieldNames };
}
