// What if a check were stricter, only advice, or met: who would rise or drop, by the verdicts that are stored.
import { InputError } from '@backstage/errors';
import type { WhatIf, WhatIfQuery, WhatIfTarget } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Check, VerdictRecord } from '@maturity-roadmap/engine';
import { severities, standingOf } from '@maturity-roadmap/engine';
import type { Roadmap } from '@maturity-roadmap/roadmap';
import type { CountedComponent } from '../../../store/Census';
import { verdictOfLetter } from '../../../store/Census';
import { nameOf } from '../../../store/componentList';
import { standingIn } from './part';

interface Change {
  id: string;
  title: string;
  to: WhatIfTarget;
  /** Positions of the checks. */
  positions: number[];
}

const targets: readonly string[] = [...severities, 'advice', 'met'];
const many = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);

/**
 * The changes that a query names.
 *
 * @throws InputError that says what is wrong and what there is
 */
function readChanges(query: WhatIfQuery, checks: readonly Check[], roadmap: Roadmap): Change[] {
  return many(query.change).map(text => {
    const [id, to = ''] = text.split(':');
    if (!targets.includes(to))
      throw new InputError(`change=${text}: write <check or topic>:<target>, with one of ${targets.join(', ')}.`);
    const positions = checks.flatMap((check, at) => (check.id === id || check.topic === id ? [at] : []));
    if (positions.length === 0) throw new InputError(`change=${text}: there is no check or topic "${id}".`);
    const title = checks.find(check => check.id === id)?.title ?? roadmap.topics.get(id)?.title ?? id;
    return { id, title, to: to as WhatIfTarget, positions };
  });
}

/** Compares each component's level by the stored verdicts with that by the changed ones. */
export function whatIf(
  components: readonly CountedComponent[],
  checks: readonly Check[],
  roadmap: Roadmap,
  query: WhatIfQuery,
): WhatIf {
  const changes = readChanges(query, checks, roadmap);
  const changeOf = new Map(changes.flatMap(change => change.positions.map(at => [at, change.to] as const)));
  const ranks = new Map(roadmap.levels.map(({ id }, rank) => [id, rank]));
  const rankOf = (level: string) => ranks.get(level) ?? 0;
  const levels = roadmap.levels.map(({ id, title }) => ({ id, title, before: 0, after: 0 }));
  const moved: WhatIf['items'] = [];
  for (const component of components) {
    const from = standingIn(component, query.environment).level;
    const isTouched = [...component.parts.values()].some(({ letters }) =>
      [...changeOf.keys()].some(at => letters[at] !== ' ' && letters[at] !== undefined),
    );
    const to = isTouched ? standingOf(recordsOf(component, checks, changeOf, query.environment), roadmap).level : from;
    if (levels[rankOf(from)]) levels[rankOf(from)].before += 1;
    if (levels[rankOf(to)]) levels[rankOf(to)].after += 1;
    if (from !== to) moved.push({ ...nameOf(component), from, to });
  }
  const isDrop = ({ from, to }: WhatIf['items'][number]) => rankOf(to) < rankOf(from);
  const items = moved.sort((a, b) => Number(isDrop(b)) - Number(isDrop(a)) || a.title.localeCompare(b.title, 'en'));
  const drop = items.filter(isDrop).length;
  const { limit = 20, offset = 0 } = query;
  return {
    changes: changes.map(({ id, title, to, positions }) => ({ id, title, to, checks: positions.length })),
    components: components.length,
    rise: items.length - drop,
    drop,
    levels,
    items: items.slice(offset, offset + limit),
  };
}

/** The verdicts as far as levels depend on them. */
function recordsOf(
  component: CountedComponent,
  checks: readonly Check[],
  changeOf: ReadonlyMap<number, WhatIfTarget>,
  environment: string | undefined,
): VerdictRecord[] {
  const records: VerdictRecord[] = [];
  for (const [name, { letters }] of component.parts) {
    if (environment && name !== environment && name !== 'repository') continue;
    for (const [at, check] of checks.entries()) {
      const stored = verdictOfLetter(letters[at]);
      if (!stored) continue;
      const to = changeOf.get(at);
      const verdict = to === 'met' && stored === 'fail' ? 'pass' : stored;
      const isSeverity = to !== undefined && to !== 'met' && to !== 'advice';
      records.push({
        check: check.id,
        topic: check.topic,
        severity: isSeverity ? to : check.severity,
        // Advice that is given a severity counts from then on.
        advice: to === 'advice' || (!isSeverity && (check.advice ?? false)),
        verdict,
        reason: '',
        evidence: [],
        environment: name,
      });
    }
  }
  return records;
}
