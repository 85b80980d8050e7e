// By how many points the score of a component changed.
import type { ComponentRow } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { SignedChange } from '../marks/SignedChange';
import { wholePercent } from '../theme/format';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

/** Between the percentages as they are shown, so that nobody has to wonder. A dash where there is nothing to compare. */
export function ScoreChange({ row: { score, scoreBefore } }: { row: ComponentRow }) {
  const t = useTexts();
  const format = useFormat();
  if (score === undefined || !scoreBefore) return <span title={t('steering.trend.noScore')}>–</span>;
  const title = t('steering.trend.scoreThen', {
    score: format.percent(scoreBefore.score),
    day: format.day(scoreBefore.day),
  });
  return (
    <span title={title}>
      <SignedChange change={wholePercent(score) - wholePercent(scoreBefore.score)} />
    </span>
  );
}
