// The names that a source file uses, in whatever way: no field can be read without being named.
import ts from 'typescript';

const isName = (text: string) => /^[A-Za-z_$][\w$]*$/.test(text);

/** Written with a dot, in a pattern, in brackets or as text. */
export function namesUsed(source: ts.SourceFile): Set<string> {
  const used = new Set<string>();
  const addText = (text: string) => text.split(/[.[\]/]/).forEach(part => isName(part) && used.add(part));
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) used.add(node.name.text);
    else if (ts.isBindingElement(node)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name) || ts.isStringLiteral(name)) used.add(name.text);
    } else if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      addText(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return used;
}
