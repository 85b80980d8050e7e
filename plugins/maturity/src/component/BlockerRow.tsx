// One thing that stands between the component and its next level: what it takes, and what it brings.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Blocker } from '@maturity-roadmap/engine';
import Button from '@material-ui/core/Button';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../marks/VerdictMark';
import { useFormat } from '../theme/useFormat';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { useTexts } from '../translation/useTexts';
import { effectLines } from './effectLines';

interface BlockerRowProps {
  view: ReportView;
  blocker: Blocker;
  number: number;
  /** Its evidence is open. */
  selected: boolean;
  onOpen: (check: string) => void;
}

/** What the button leads to, by the kind of the change. */
const shows = {
  patch: 'mending.blockers.showPatch',
  create: 'mending.blockers.showObject',
  edit: 'mending.blockers.showEdit',
} as const;

/** In line with the title, past number and mark. */
const belowTitle = { flex: '1 0 100%', paddingLeft: 76, boxSizing: 'border-box' } as const;

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 16px',
    alignItems: 'center',
    padding: '8px 16px',
    borderBottom: `1px solid ${theme.palette.divider}`,
    '&:last-child': { borderBottom: 0 },
  },
  text: { flex: '1 1 260px', minWidth: 0, '@media (max-width: 720px)': { flex: '1 1 calc(100% - 84px)' } },
  number: {
    flex: 'none',
    width: 24,
    height: 24,
    borderRadius: '50%',
    border: `1px solid ${theme.palette.text.secondary}`,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    fontSize: 12,
    fontVariantNumeric: 'tabular-nums',
  },
  effort: { flex: '0 0 150px', '@media (max-width: 720px)': belowTitle },
  effect: { flex: '0 1 220px', minWidth: 150, '@media (max-width: 720px)': belowTitle },
  action: { flex: 'none', minWidth: 128, textAlign: 'right', marginLeft: 'auto', whiteSpace: 'nowrap' },
}));

/** The title and the button lead to the same evidence; the button says what waits there. */
export function BlockerRow({ view, blocker, number, selected, onOpen }: BlockerRowProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { highlight } = useMaturityTokens();
  const { roadmap, report, effects, patches } = view;
  const { check, topic, severity, verdict, environments, places } = blocker;
  const topicTitle = roadmap.tiers.flatMap(tier => tier.topics).find(({ id }) => id === topic)?.title;
  const code = report.verdicts.find(record => record.check === check && record.verdict === 'unknown')?.code;
  const effect = effects.byCheck[check];
  const lifts = effect && effect.level !== report.level;
  const [first, ...more] = effect ? effectLines(view, effect, t, format) : [];
  const open = () => onOpen(check);
  const forbidden = verdict === 'unknown' && code === 'forbidden';
  const [change] = patches[check] ?? [];
  const failing = change ? shows[change.kind] : 'component.blockers.showEvidence';
  return (
    <li className={classes.row} style={selected ? { background: highlight } : undefined}>
      <span className={classes.number} aria-hidden>
        {format.number(number)}
      </span>
      <VerdictMark verdict={verdict} size={20} />
      <div className={classes.text}>
        <Link component="button" variant="subtitle2" align="left" onClick={open}>
          <strong>{view.checks[check]?.title ?? check}</strong>
        </Link>
        <Typography variant="caption" color="textSecondary" display="block">
          {[topicTitle, t(`marks.severity.${severity}`), format.list(environments)].join(' · ')}
        </Typography>
      </div>
      <div className={classes.effort}>
        <Typography variant="body2">
          {t(verdict === 'fail' ? 'component.blockers.toMend' : 'component.blockers.toClearUp', { count: places })}
        </Typography>
        {code && verdict === 'unknown' && (
          <Typography variant="caption" color="textSecondary">
            {t(`mending.mends.${code}`)}
          </Typography>
        )}
      </div>
      <div className={classes.effect}>
        <Typography variant="body2">
          {lifts ? (
            <strong>
              {t('mending.effect.lifts', {
                level: roadmap.levels.find(({ id }) => id === effect.level)?.title ?? effect.level,
              })}
            </strong>
          ) : (
            first
          )}
        </Typography>
        <Typography variant="caption" color="textSecondary">
          {(lifts && first ? [first, ...more] : more).join(' · ')}
        </Typography>
      </div>
      <div className={classes.action}>
        <Button variant="outlined" size="small" onClick={open}>
          {t(forbidden ? 'mending.blockers.showRule' : failing)}
        </Button>
      </div>
    </li>
  );
}
