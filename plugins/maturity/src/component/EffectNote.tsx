// What a change would do to where the component stands, in figures.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { LevelMark } from '../marks/LevelMark';
import { useFormat } from '../theme/useFormat';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { useTexts } from '../translation/useTexts';
import { effectLines } from './effectLines';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 16,
    alignItems: 'center',
    padding: 12,
    border: `1px solid ${theme.palette.primary.main}`,
    borderRadius: 4,
  },
  marks: { display: 'flex', gap: 8, alignItems: 'center' },
  text: { flex: '1 1 240px', minWidth: 0 },
}));

interface EffectNoteProps {
  view: ReportView;
  /** Id of a check that blocks. */
  check: string;
}

/** Nothing for a check that blocks nothing. */
export function EffectNote({ view, check }: EffectNoteProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { highlight } = useMaturityTokens();
  const { report, roadmap, component, effects } = view;
  const effect = effects.byCheck[check];
  if (!effect) return null;
  const rankOf = (level: string) => roadmap.levels.findIndex(({ id }) => id === level);
  const titleOf = (level: string) => roadmap.levels[rankOf(level)]?.title ?? level;
  const rises = effect.level !== report.level;
  const { together } = effects;
  const isAlone = report.blockers.length === 1;
  return (
    <div className={classes.root} style={{ background: highlight }}>
      <span className={classes.marks} aria-hidden>
        <LevelMark rank={rankOf(report.level)} of={roadmap.levels.length} size={32} /> ›
        <LevelMark rank={rankOf(effect.level)} of={roadmap.levels.length} size={32} />
      </span>
      <div className={classes.text}>
        <Typography variant="subtitle2" component="p">
          {rises
            ? t('mending.effect.after', {
                component: component.title,
                from: titleOf(report.level),
                to: titleOf(effect.level),
              })
            : t('mending.effect.stays', { component: component.title, level: titleOf(report.level) })}
        </Typography>
        <Typography variant="caption" component="p">
          {effectLines(view, effect, t, format).join(' · ')}
          {!rises && !isAlone && together && (
            <> · {t('mending.effect.together', { from: titleOf(report.level), to: titleOf(together.level) })}</>
          )}
        </Typography>
      </div>
    </div>
  );
}
