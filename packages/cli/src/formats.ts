// How results are printed: component by component, and then as a whole.
import type { Problem } from '@maturity-roadmap/engine';
import { diffFormat } from './formatDiff';
import { jsonFormat } from './formatJson';
import { tableFormat } from './formatTable';
import type { ScoredComponent } from './score';

/** What is kept of a component once it is printed. */
export interface Printed {
  text: string;
  /** Level it stands at. */
  level: string;
  /** Ids of the checks that keep it from the next one. */
  open: readonly string[];
}

/** A way to print results. */
export interface Format {
  component(scored: ScoredComponent): string;
  whole(components: readonly Printed[], problems: readonly Problem[]): string;
}

/** By the name that the command knows them by. */
export const formats = { table: tableFormat, json: jsonFormat, diff: diffFormat } as const satisfies Record<
  string,
  Format
>;

/** @see formats */
export type FormatName = keyof typeof formats;

/** Prints a component. */
export function print(scored: ScoredComponent, format: FormatName): Printed {
  const { level, blockers } = scored.report;
  return { text: formats[format].component(scored), level, open: blockers.map(({ check }) => check) };
}
