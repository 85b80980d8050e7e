// What a change would do, as short lines: environments that rise, blockers that are left, score and coverage.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { MendingEffect } from '@maturity-roadmap/engine';
import type { Format } from '../theme/format';
import type { Texts } from '../translation/useTexts';

/** What does not change is not said. */
export function effectLines(
  { report, roadmap }: ReportView,
  effect: MendingEffect,
  t: Texts,
  format: Format,
): string[] {
  const titleOf = (level: string) => roadmap.levels.find(({ id }) => id === level)?.title ?? level;
  const levelIn = (environment: string) =>
    report.environments.find(one => one.environment === environment)?.level ?? report.level;
  const rises = effect.environments.map(({ environment, level }) =>
    t('mending.effect.environmentLifts', {
      environment,
      from: titleOf(levelIn(environment)),
      to: titleOf(level),
    }),
  );
  const change = (key: 'score' | 'coverage') => {
    const [from, to] = [format.percent(report[key]), format.percent(effect[key])];
    return from === to ? [] : [t(`mending.effect.${key}`, { from, to })];
  };
  return [
    ...rises,
    ...(effect.level === report.level ? [t('mending.effect.blockersLeft', { count: effect.blockers })] : []),
    ...change('score'),
    ...change('coverage'),
  ];
}
