// The few things that stand between the component and its next level, least effort first.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Blocker } from '@maturity-roadmap/engine';
import Button from '@material-ui/core/Button';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../marks/VerdictMark';
import { Section } from '../states/Section';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { Ladder } from './Ladder';

interface BlockersCardProps {
  view: ReportView;
  /** Opens the evidence of a check. */
  onOpen: (check: string) => void;
}

const useStyles = makeStyles(theme => ({
  body: { display: 'flex', flexWrap: 'wrap' },
  list: { flex: '1 1 480px', minWidth: 0, margin: 0, padding: 0, listStyle: 'none' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 16,
    alignItems: 'center',
    padding: '8px 16px',
    borderBottom: `1px solid ${theme.palette.divider}`,
    '&:last-child': { borderBottom: 0 },
  },
  text: { flex: '1 1 260px', minWidth: 0 },
  number: { width: 20, textAlign: 'center', fontVariantNumeric: 'tabular-nums' },
  places: { flex: '0 0 140px' },
  done: { padding: 16, flex: 1 },
}));

/** A component at the top, or one that nothing blocks, is told so. */
export function BlockersCard({ view, onOpen }: BlockersCardProps) {
  const classes = useStyles();
  const t = useTexts();
  const { report, roadmap } = view;
  const next = roadmap.levels.find(({ id }) => id === report.nextLevel);
  const title = next ? t('component.blockers.title', { level: next.title }) : t('component.blockers.highest');
  const subtitle = next ? t('component.blockers.subtitle', { count: report.blockers.length }) : undefined;
  return (
    <Section title={title} subtitle={subtitle}>
      <div className={classes.body}>
        <Ladder view={view} />
        {report.blockers.length === 0 ? (
          <Typography className={classes.done} variant="body2">
            {next ? t('component.blockers.nothingJudged', { level: next.title }) : t('component.blockers.allMet')}
          </Typography>
        ) : (
          <ol className={classes.list} aria-label={t('component.blockers.list')}>
            {report.blockers.map((blocker, at) => (
              <BlockerRow key={blocker.check} view={view} blocker={blocker} number={at + 1} onOpen={onOpen} />
            ))}
          </ol>
        )}
      </div>
    </Section>
  );
}

interface BlockerRowProps {
  view: ReportView;
  blocker: Blocker;
  number: number;
  onOpen: (check: string) => void;
}

function BlockerRow({ view, blocker, number, onOpen }: BlockerRowProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const topic = view.roadmap.tiers.flatMap(tier => tier.topics).find(({ id }) => id === blocker.topic)?.title;
  const open = () => onOpen(blocker.check);
  return (
    <li className={classes.row}>
      <span className={classes.number} aria-hidden>
        {number}
      </span>
      <VerdictMark verdict={blocker.verdict} size={20} />
      <div className={classes.text}>
        <Link component="button" variant="subtitle2" align="left" onClick={open}>
          {view.checks[blocker.check]?.title ?? blocker.check}
        </Link>
        <Typography variant="caption" color="textSecondary" display="block">
          {[topic, t(`marks.severity.${blocker.severity}`), format.list(blocker.environments)].join(' · ')}
        </Typography>
      </div>
      <Typography className={classes.places} variant="body2">
        {t(blocker.verdict === 'fail' ? 'component.blockers.toMend' : 'component.blockers.toClearUp', {
          count: blocker.places,
        })}
      </Typography>
      <Button variant="outlined" size="small" onClick={open}>
        {t('component.blockers.showEvidence')}
      </Button>
    </li>
  );
}
