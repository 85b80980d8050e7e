// Where a reader of YAML stands in its text, and how it gets to the next line.

/** Code units that have a meaning in YAML. */
export const code = {
  tab: 0x09,
  newline: 0x0a,
  space: 0x20,
  doubleQuote: 0x22,
  hash: 0x23,
  quote: 0x27,
  plus: 0x2b,
  comma: 0x2c,
  hyphen: 0x2d,
  dot: 0x2e,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  greater: 0x3e,
  question: 0x3f,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  pipe: 0x7c,
  closeBrace: 0x7d,
  tilde: 0x7e,
} as const;

/** Says that a text is beyond the subset. Made once: a stack trace for every document would cost more than reading. */
const refusal = new Error('beyond the subset of YAML that is read here');

/** Whether this is how a reader gives up. */
export const isRefusal = (error: unknown): boolean => error === refusal;

/** Gives up: the text may be good YAML or bad, the library has to tell. */
export function refuse(): never {
  throw refusal;
}

/** A place in a text. The text ends with a newline, so that no reader has to look for its end as well. */
export class Cursor {
  at = 0;
  /** Column of the line's first character that is not a space; -1 behind the last line. */
  indent = -1;
  /** Where the line starts. */
  lineStart = 0;

  constructor(readonly text: string) {}

  /** Goes past spaces, and tells what follows them. */
  skipSpaces(): number {
    const { text } = this;
    let { at } = this;
    let char = text.charCodeAt(at);
    while (char === code.space) char = text.charCodeAt(++at);
    this.at = at;
    return char;
  }

  /** From the end of a line, or a comment that ends it, to the next line that holds more than a comment. */
  nextLine(): void {
    const { text } = this;
    const { length } = text;
    let at = this.at;
    if (text.charCodeAt(at) !== code.newline) at = text.indexOf('\n', at);
    while (++at < length) {
      const start = at;
      let char = text.charCodeAt(at);
      while (char === code.space) char = text.charCodeAt(++at);
      if (char === code.newline) continue;
      if (char === code.hash) at = text.indexOf('\n', at);
      else {
        if (char === code.tab) refuse();
        this.at = at;
        this.lineStart = start;
        this.indent = at - start;
        return;
      }
    }
    this.at = length;
    this.indent = -1;
  }

  /** Past the rest of a line on which a value ended: there may be a comment, nothing else. */
  endLine(): void {
    const end = this.at;
    const char = this.skipSpaces();
    if (char !== code.newline && !(char === code.hash && this.at > end)) refuse();
    this.nextLine();
  }

  /** Whether an entry of a block sequence starts here. */
  isAtEntry(): boolean {
    const { text, at } = this;
    if (text.charCodeAt(at) !== code.hyphen) return false;
    const following = text.charCodeAt(at + 1);
    return following === code.space || following === code.newline;
  }
}
