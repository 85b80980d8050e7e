// The few things that stand between the component and its next level, least effort first.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Section } from '../states/Section';
import { useTexts } from '../translation/useTexts';
import { BlockerRow } from './BlockerRow';
import { Ladder } from './Ladder';

interface BlockersCardProps {
  view: ReportView;
  /** Opens the evidence of a check. */
  onOpen: (check: string) => void;
  /** The check whose evidence is open; empty where none is. */
  open: string;
}

const useStyles = makeStyles({
  body: { display: 'flex', flexWrap: 'wrap' },
  list: { flex: '1 1 480px', minWidth: 0, margin: 0, padding: 0, listStyle: 'none' },
  done: { padding: 16, flex: 1 },
});

/** A component at the top, or one that nothing blocks, is told so. */
export function BlockersCard({ view, onOpen, open }: BlockersCardProps) {
  const classes = useStyles();
  const t = useTexts();
  const { report, roadmap } = view;
  const next = roadmap.levels.find(({ id }) => id === report.nextLevel);
  const title = next ? t('component.blockers.title', { level: next.title }) : t('component.blockers.highest');
  const subtitle = next ? t('component.blockers.subtitle', { count: report.blockers.length }) : undefined;
  const { together } = view.effects;
  const titleOf = (level: string) => roadmap.levels.find(({ id }) => id === level)?.title ?? level;
  const isWorthSaying = together && report.blockers.length > 1 && together.level !== report.level;
  return (
    <Section
      title={title}
      subtitle={subtitle}
      actions={
        isWorthSaying && (
          <Typography variant="body2">
            {t('mending.blockers.together', { from: titleOf(report.level), to: titleOf(together.level) })}
          </Typography>
        )
      }
    >
      <div className={classes.body}>
        <Ladder view={view} />
        {report.blockers.length === 0 ? (
          <Typography className={classes.done} variant="body2">
            {next ? t('component.blockers.nothingJudged', { level: next.title }) : t('component.blockers.allMet')}
          </Typography>
        ) : (
          <ol className={classes.list} aria-label={t('component.blockers.list')}>
            {report.blockers.map((blocker, at) => (
              <BlockerRow
                key={blocker.check}
                view={view}
                blocker={blocker}
                number={at + 1}
                selected={blocker.check === open}
                onOpen={onOpen}
              />
            ))}
          </ol>
        )}
      </div>
    </Section>
  );
}
