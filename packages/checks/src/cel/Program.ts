// An expression that was compiled, or the reason why it could not be.
import { environment } from './environment';

/** Where in its text an expression is broken. */
export interface ExpressionFault {
  message: string;
  /** Counted from 1, in the text of the expression. */
  line: number;
  column: number;
}

/** What an expression gives, or why it gives nothing. */
export type Outcome = { value: unknown } | { error: string };

type Context = Record<string, unknown>;

/** Messages of the library go on with a drawing of the place; the first line says it all. */
const firstLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0];

function faultOf(error: unknown, text: string): ExpressionFault {
  const start = (error as { range?: { start: number } }).range?.start ?? 0;
  const before = text.slice(0, start).split('\n');
  return { message: firstLine(error), line: before.length, column: before[before.length - 1].length + 1 };
}

/** What is known only while a request is being admitted. */
const admissionOnly = /\b(request|oldObject|authorizer)\b/;

/** An expression, ready to be evaluated many times. Never throws. */
export class Program {
  readonly fault?: ExpressionFault;
  private readonly run?: (context: Context) => unknown;

  constructor(readonly text: string) {
    try {
      const compiled = environment().parse(text);
      this.run = context => compiled(context) as unknown;
    } catch (error) {
      this.fault = faultOf(error, text);
    }
  }

  /** Evaluates the expression with these variables. */
  evaluate(context: Context): Outcome {
    if (this.fault)
      return {
        error: `${this.shortened} is broken at line ${this.fault.line}, column ${this.fault.column}: ${this.fault.message}`,
      };
    try {
      return { value: this.run!(context) };
    } catch (error) {
      const only = admissionOnly.exec(this.text)?.[1];
      const hint = only && firstLine(error).includes(only) ? `; ${only} is known only while a request is admitted` : '';
      return { error: `${this.shortened} could not be evaluated: ${firstLine(error)}${hint}` };
    }
  }

  /** The expression as one short line, for evidence. */
  get shortened(): string {
    const line = this.text.replace(/\s+/g, ' ').trim();
    return line.length > 120 ? `${line.slice(0, 119)}…` : line;
  }
}
