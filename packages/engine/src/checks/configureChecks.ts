// Applies an installation's settings to checks, and says what in them can't be used.
import type { Severity } from '../model';
import { severities } from '../model';
import type { Check, EntityFilter, TextList, Threshold } from './Check';

/**
 * What an installation may set for one check.
 *
 * @public
 */
export interface CheckSettings {
  /** `false` takes the check out: it is neither judged nor shown. */
  enabled?: boolean;
  severity?: Severity;
  /** Shown but neither scored nor blocking. */
  advice?: boolean;
  /** Components that the check is for. */
  appliesTo?: Record<string, string | string[]>;
  /** Numbers by the names of the check's thresholds. */
  thresholds?: Record<string, number>;
  /** Texts by the names of the check's lists. */
  lists?: Record<string, string[]>;
}

/**
 * A setting that can't be used and was left out.
 *
 * @public
 */
export interface SettingProblem {
  /** Keys from the settings' root to it; empty for the root itself. */
  path: readonly string[];
  /** What is wrong and what to do, to be read behind the path. */
  message: string;
}

/**
 * Checks as configured.
 *
 * @public
 */
export interface ConfiguredChecks {
  checks: Check[];
  problems: SettingProblem[];
}

const keys = ['enabled', 'severity', 'advice', 'appliesTo', 'thresholds', 'lists'];
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';

class Reader {
  readonly problems: SettingProblem[] = [];

  problem(path: readonly string[], message: string): undefined {
    this.problems.push({ path, message });
    return undefined;
  }

  typed<T>(path: readonly string[], value: unknown, is: (value: unknown) => value is T, what: string): T | undefined {
    if (value === undefined) return undefined;
    return is(value) ? value : this.problem(path, `must be ${what}, not ${JSON.stringify(value)}.`);
  }

  filter(path: readonly string[], value: unknown): EntityFilter | undefined {
    if (value === undefined) return undefined;
    if (!isRecord(value)) return this.problem(path, 'must be a mapping of entity fields to values.');
    const entries = Object.entries(value).map(([field, wanted]) => [field, [wanted].flat()] as const);
    const wrong = entries.find(([, wanted]) => !wanted.every(isText));
    if (wrong) return this.problem([...path, wrong[0]], 'must be text or a list of text.');
    return Object.fromEntries(entries) as EntityFilter;
  }

  thresholds(path: readonly string[], value: unknown, known: Readonly<Record<string, Threshold>>): Check['thresholds'] {
    if (value === undefined) return known;
    if (!isRecord(value)) return this.problem(path, 'must be a mapping of thresholds to numbers.');
    const changed: Record<string, Threshold> = { ...known };
    for (const [name, number] of Object.entries(value)) {
      const threshold = Object.hasOwn(known, name) ? known[name] : undefined;
      const names = Object.keys(known).join(', ') || 'none';
      if (!threshold) this.problem([...path, name], `is not a threshold of the check. It has: ${names}.`);
      else if (typeof number !== 'number' || number < threshold.min || number > threshold.max)
        this.problem(
          [...path, name],
          `must be a number from ${threshold.min} to ${threshold.max}: ${threshold.meaning}.`,
        );
      else changed[name] = { ...threshold, default: number };
    }
    return changed;
  }

  lists(path: readonly string[], value: unknown, known: Readonly<Record<string, TextList>>): Check['lists'] {
    if (value === undefined) return known;
    if (!isRecord(value)) return this.problem(path, 'must be a mapping of lists to texts.');
    const changed: Record<string, TextList> = { ...known };
    for (const [name, texts] of Object.entries(value)) {
      const held = Object.hasOwn(known, name) ? known[name] : undefined;
      const names = Object.keys(known).join(', ') || 'none';
      const at = [...path, name];
      if (!held) this.problem(at, `is not a list of the check. It has: ${names}.`);
      else if (!Array.isArray(texts) || !texts.every(isText))
        this.problem(at, `must be a list of text: ${held.meaning}.`);
      else {
        const wrong = texts.find(text => !new RegExp(`^(?:${held.pattern})$`).test(text));
        if (wrong === undefined) changed[name] = { ...held, default: texts };
        else this.problem(at, `holds ${JSON.stringify(wrong)}, which is none of these: ${held.meaning}.`);
      }
    }
    return changed;
  }
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isSeverity = (value: unknown): value is Severity => severities.includes(value as Severity);

function configure(check: Check, settings: Record<string, unknown>, reader: Reader): Check | undefined {
  const at = (key: string) => [check.id, key];
  for (const key of Object.keys(settings))
    if (!keys.includes(key)) reader.problem(at(key), `is not known. Known keys: ${keys.join(', ')}.`);
  if (reader.typed(at('enabled'), settings.enabled, isBoolean, 'true or false') === false) return undefined;
  const severity = reader.typed(at('severity'), settings.severity, isSeverity, `one of ${severities.join(', ')}`);
  const advice = reader.typed(at('advice'), settings.advice, isBoolean, 'true or false');
  const appliesTo = reader.filter(at('appliesTo'), settings.appliesTo);
  const thresholds = reader.thresholds(at('thresholds'), settings.thresholds, check.thresholds ?? {});
  const lists = reader.lists(at('lists'), settings.lists, check.lists ?? {});
  return {
    ...check,
    ...(severity ? { severity } : {}),
    ...(advice === undefined ? {} : { advice }),
    ...(appliesTo ? { appliesTo } : {}),
    ...(thresholds && check.thresholds ? { thresholds } : {}),
    ...(lists && check.lists ? { lists } : {}),
  };
}

/**
 * The checks as an installation wants them. A setting that can't be used is said and left out; the rest counts.
 *
 * @param settings - by id of the check, as read from configuration: {@link CheckSettings} for each
 * @public
 */
export function configureChecks(checks: readonly Check[], settings: unknown): ConfiguredChecks {
  if (settings === undefined || settings === null) return { checks: [...checks], problems: [] };
  if (!isRecord(settings))
    return {
      checks: [...checks],
      problems: [{ path: [], message: 'must be a mapping of check ids to settings.' }],
    };
  const reader = new Reader();
  const ids = new Set(checks.map(({ id }) => id));
  for (const id of Object.keys(settings))
    if (!ids.has(id)) reader.problem([id], `is not a check. Checks: ${[...ids].sort().join(', ')}.`);
  const configured = checks.flatMap(check => {
    const own = Object.hasOwn(settings, check.id) ? settings[check.id] : undefined;
    if (own === undefined) return [check];
    if (!isRecord(own)) {
      reader.problem([check.id], 'must be a mapping of settings.');
      return [check];
    }
    return configure(check, own, reader) ?? [];
  });
  return { checks: configured, problems: reader.problems };
}
