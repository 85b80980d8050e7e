// Head of the evidence drawer: the verdict, where it stands among the blockers, and the way out.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import NextIcon from '@material-ui/icons/ChevronRight';
import PreviousIcon from '@material-ui/icons/ChevronLeft';
import { VerdictMark } from '../marks/VerdictMark';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { useTexts } from '../translation/useTexts';
import type { CheckRow } from './topicRows';

interface DrawerHeaderProps {
  view: ReportView;
  row: CheckRow;
  /** Place among the blockers; absent for other checks. */
  position?: { at: number; of: number };
  onStep: (step: number) => void;
  onClose: () => void;
}

const useStyles = makeStyles(theme => ({
  root: { padding: '12px 24px 16px', borderBottom: `1px solid ${theme.palette.divider}` },
  line: { display: 'flex', alignItems: 'center', minHeight: 40 },
  close: { marginLeft: 'auto' },
  title: { display: 'flex', gap: 12, alignItems: 'flex-start' },
  text: { fontSize: 20, lineHeight: '24px', fontWeight: 700, margin: 0 },
}));

/** Focus goes to Close when the drawer opens. */
export function DrawerHeader({ view, row, position, onStep, onClose }: DrawerHeaderProps) {
  const classes = useStyles();
  const t = useTexts();
  const { verdict: colors } = useMaturityTokens();
  const { severity, topic } = view.checks[row.id];
  const all = new Set(row.records.map(record => record.environment)).size;
  const topicTitle = view.roadmap.tiers.flatMap(tier => tier.topics).find(({ id }) => id === topic)?.title ?? topic;
  const next = view.roadmap.levels.find(({ id }) => id === view.report.nextLevel)?.title;
  const facts = [
    t('component.evidence.places', { failing: row.environments.length, count: all }),
    t(`marks.severity.${row.advice ? 'advice' : severity}`),
    ...(position && next ? [t('component.evidence.blocks', { level: next })] : []),
    topicTitle,
  ];
  return (
    <header className={classes.root}>
      <div className={classes.line}>
        {position && (
          <>
            <Typography variant="caption">
              {t('component.evidence.blocker', { at: position.at + 1, all: position.of })}
            </Typography>
            <IconButton
              size="small"
              aria-label={t('component.evidence.previous')}
              disabled={position.at === 0}
              onClick={() => onStep(-1)}
            >
              <PreviousIcon />
            </IconButton>
            <IconButton
              size="small"
              aria-label={t('component.evidence.next')}
              disabled={position.at + 1 === position.of}
              onClick={() => onStep(1)}
            >
              <NextIcon />
            </IconButton>
          </>
        )}
        {/* Opening a dialog moves the focus into it. */}
        <IconButton
          className={classes.close}
          aria-label={t('states.close')}
          onClick={onClose}
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          disableFocusRipple
        >
          <CloseIcon />
        </IconButton>
      </div>
      <div className={classes.title}>
        <VerdictMark verdict={row.verdict} size={24} title={false} />
        <div>
          <h2 className={classes.text}>{row.title}</h2>
          <Typography variant="body2" color="textSecondary">
            <strong style={{ color: colors[row.verdict] }}>{t(`marks.verdict.${row.verdict}`)}</strong>{' '}
            {facts.join(' · ')}
          </Typography>
        </div>
      </div>
    </header>
  );
}
