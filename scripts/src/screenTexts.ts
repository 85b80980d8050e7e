// Finds texts that are written into JSX instead of being taken through the translation API.
import * as ts from 'typescript';

/** Props that people read or hear. */
const spoken = /^(aria-label|aria-description|title|titleAccess|subtitle|label|placeholder|note|what|alt|helperText)$/;
const hasLetters = (text: string) => /\p{L}/u.test(text);

/** Texts of an expression whose value is shown; arguments, comparisons and keys are not. */
function shownBy(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.flatMap(span => [...shownBy(span.expression), span.literal.text])];
  }
  if (ts.isConditionalExpression(node)) return [...shownBy(node.whenTrue), ...shownBy(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return shownBy(node.expression);
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return shownBy(node.right);
    const shows = [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken];
    return shows.includes(kind) ? [...shownBy(node.left), ...shownBy(node.right)] : [];
  }
  return [];
}

/**
 * The texts with letters that a module shows by itself: between tags, in expressions between tags, in spoken props.
 *
 * @param source - text of a `.tsx` file
 */
export function literalsIn(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node)) found.push(node.text.trim());
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) {
      found.push(...shownBy(node.expression));
    }
    if (ts.isJsxAttribute(node) && spoken.test(node.name.getText()) && node.initializer) {
      const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (value) found.push(...shownBy(value));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('screen.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found.filter(hasLetters);
}
