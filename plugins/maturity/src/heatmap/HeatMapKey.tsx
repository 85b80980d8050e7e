// How to read the shades of the heat map.
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../marks/VerdictMark';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { useTexts } from '../translation/useTexts';
import { hatch } from './HeatCell';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: 2,
    justifyItems: 'start',
    fontSize: 12,
    lineHeight: '16px',
    fontWeight: 400,
    '@media (max-width: 720px)': { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', marginBottom: 12 },
  },
  title: { flex: '1 0 100%', fontWeight: 700, marginBottom: 2, whiteSpace: 'nowrap' },
  step: {
    display: 'flex',
    justifyContent: 'center',
    width: 56,
    borderRadius: 2,
    border: `1px solid ${theme.palette.divider}`,
    fontVariantNumeric: 'tabular-nums',
  },
  mark: { display: 'flex', gap: 8, alignItems: 'center', whiteSpace: 'nowrap' },
}));

const steps = ['0–19', '20–39', '40–59', '60–79', '80–100'];

/** The numbers in the cells say the same. */
export function HeatMapKey() {
  const classes = useStyles();
  const t = useTexts();
  const { heat, border } = useMaturityTokens();
  return (
    <div className={classes.root}>
      <span className={classes.title}>{t('heatmap.key.percent')}</span>
      {steps.map((step, at) => (
        <span key={step} className={classes.step} style={{ background: heat[at].fill, color: heat[at].ink }}>
          {step}
        </span>
      ))}
      <span className={classes.mark}>
        <span className={classes.step} style={{ background: hatch(border) }}>
          <VerdictMark verdict="unknown" title={false} size={12} />
        </span>
        {t('heatmap.key.unknown')}
      </span>
      <span className={classes.mark}>
        <span className={classes.step}>–</span>
        {t('heatmap.key.none')}
      </span>
    </div>
  );
}
