// Reads settings of checks from a file: an app-config, or what would stand in it under `maturity`.
import type { Check, Problem } from '@maturity-roadmap/engine';
import { configureChecks } from '@maturity-roadmap/engine';
import { LineCounter, parseDocument } from 'yaml';

/**
 * Applies the settings of a file to checks.
 *
 * @param problems - collects what can't be used, with its line
 */
export function applySettings(
  checks: readonly Check[],
  text: string,
  file: string,
  problems: Problem[],
): readonly Check[] {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const { line } = lineCounter.linePos(error.pos[0]);
    problems.push({ file, line, message: `not valid YAML: ${error.message}. Mend the syntax; no setting is used.` });
    return checks;
  }
  const root = document.hasIn(['maturity', 'checks']) ? ['maturity', 'checks'] : ['checks'];
  const settings = (document.toJS() ?? {}) as { maturity?: { checks?: unknown }; checks?: unknown };
  const configured = configureChecks(checks, settings.maturity?.checks ?? settings.checks);
  for (const { path, message } of configured.problems) {
    const node = document.getIn([...root, ...path], true) as { range?: [number, number, number] } | undefined;
    const { line } = lineCounter.linePos(node?.range?.[0] ?? 0);
    problems.push({ file, line, message: `${[...root, ...path].join('.')} ${message} It is left out.` });
  }
  return configured.checks;
}
