// A YAML document that can say at which line a value stands, and what is wrong with it.
import type { Document } from 'yaml';
import { LineCounter, isNode, parseDocument } from 'yaml';
import type { ContentProblem } from '../model';

type Path = readonly (string | number)[];

/** Reads values of a YAML text by path and collects problems with their lines. */
export class Located {
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed;

  /**
   * @param firstLine - line of the file at which the text starts, counted from 1
   */
  constructor(
    text: string,
    private readonly file: string,
    private readonly problems: ContentProblem[],
    private readonly firstLine = 1,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
    for (const error of this.document.errors) {
      const line = this.lines.linePos(error.pos[0]).line + firstLine - 1;
      problems.push({ file, line, message: `not valid YAML: ${error.message}. Mend the syntax.` });
    }
  }

  /** Whether the text could be read as YAML at all. */
  get readable(): boolean {
    return this.document.errors.length === 0;
  }

  /** Line of a value, or of the nearest thing around it that exists. */
  lineOf(path: Path): number {
    for (let length = path.length; length >= 0; length--) {
      const node = this.document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.lines.linePos(node.range[0]).line + this.firstLine - 1;
    }
    return this.firstLine;
  }

  report(path: Path, message: string): void {
    this.problems.push({ file: this.file, line: this.lineOf(path), message });
  }

  /** Text at a path; a problem and '' if it is missing or something else. */
  text(path: Path): string {
    const value = this.document.getIn(path);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    this.report(path, `${path.join('.')} is missing: write a text there.`);
    return '';
  }

  /** Number of items of a list; a problem and 0 if it is no list or empty. */
  count(path: Path): number {
    const value = this.document.getIn(path) as { items?: unknown[] } | undefined;
    if (Array.isArray(value?.items) && value.items.length > 0) return value.items.length;
    this.report(path, `${path.join('.')} must be a list with at least one item.`);
    return 0;
  }

  /** Whether anything stands at a path. */
  has(path: Path): boolean {
    return this.document.hasIn(path);
  }

  /** Keys of the mapping at the root. */
  keys(): string[] {
    const root = this.document.toJS() as unknown;
    return typeof root === 'object' && root !== null ? Object.keys(root) : [];
  }
}
