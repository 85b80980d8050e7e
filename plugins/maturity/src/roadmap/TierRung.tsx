// A tier of the ladder: what it is for, who is past it, and its topics in sections.
import type {
  Progress,
  RoadmapView,
  TierView,
  TopicCard as Card,
} from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ShareBar } from '../marks/ShareBar';
import { partOf } from '../theme/format';
import { useTexts } from '../translation/useTexts';
import { CardKey } from './CardKey';
import { Rung } from './Rung';
import { TopicCard } from './TopicCard';

interface TierRungProps {
  roadmap: RoadmapView;
  tier: TierView;
  /** Position of the level before the tier. */
  rank: number;
  /** False for a roadmap without checks: its cards say what they teach. */
  proven: boolean;
  /** Mine; absent for who is no user. */
  progress: Progress | undefined;
  isShown: (card: Card) => boolean;
  /** Id of the only section to show; empty for all. */
  only: string;
}

const useStyles = makeStyles(theme => ({
  tier: { '@media print': { breakInside: 'avoid' } },
  body: {
    display: 'grid',
    gridTemplateColumns: '176px repeat(3, minmax(0, 1fr))',
    gap: 16,
    marginLeft: 15,
    padding: '8px 0 20px 28px',
    borderLeft: `2px solid ${theme.palette.divider}`,
    '@media (max-width: 1100px)': { gridTemplateColumns: '176px minmax(0, 1fr)', '& > section': { gridColumn: 2 } },
    '@media (max-width: 720px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      paddingLeft: 16,
      '& > section': { gridColumn: 1 },
    },
    '@media print': {
      gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
      gap: 8,
      '& > div:first-child': { gridColumn: '1 / -1' },
      '& > section': { gridColumn: 'auto' },
      '& > aside': { display: 'none' },
    },
  },
  title: { fontSize: 16, lineHeight: '24px', fontWeight: 700, margin: 0 },
  passed: { display: 'flex', justifyContent: 'space-between', marginTop: 8, fontSize: 12 },
  section: { display: 'grid', gap: 8, alignContent: 'start' },
  heading: { fontSize: 12, lineHeight: '16px', fontWeight: 700, margin: 0, color: theme.palette.text.secondary },
}));

/** A section without a card that is left says so, rather than leave a hole. */
export function TierRung({ roadmap, tier, rank, proven, progress, isShown, only }: TierRungProps) {
  const classes = useStyles();
  const t = useTexts();
  const topics = tier.sections.flatMap(section => section.topics);
  const claimed = topics.filter(({ id }) => progress?.topics[id] === 'done').length;
  const hasRoom = proven && rank === 0 && tier.sections.length < 3;
  return (
    <section className={classes.tier} aria-label={tier.title}>
      <Rung levels={roadmap.levels} rank={rank} proven={proven} />
      <div className={classes.body}>
        <div>
          <h2 className={classes.title}>{tier.title}</h2>
          <Typography variant="caption" color="textSecondary" component="p">
            {tier.goal}
          </Typography>
          {proven && (
            <>
              <div className={classes.passed}>
                <span>{t('roadmap.tier.past')}</span>
                <strong>{t('marks.outOf', { part: tier.passed.met, all: tier.passed.applicable })}</strong>
              </div>
              <ShareBar part={partOf(tier.passed)} width="100%" />
            </>
          )}
          {progress && (
            <>
              <div className={classes.passed}>
                <span>{t('learning.tier.claimed')}</span>
                <strong>{t('marks.outOf', { part: claimed, all: topics.length })}</strong>
              </div>
              <ShareBar part={claimed / topics.length} width="100%" />
            </>
          )}
        </div>
        {tier.sections
          .filter(({ id }) => !only || id === only)
          .map(section => {
            const cards = section.topics.filter(isShown);
            return (
              <section key={section.id} className={classes.section} aria-label={section.title}>
                <h3 className={classes.heading}>{section.title}</h3>
                {cards.map(card => {
                  const next = roadmap.next.find(({ topic }) => topic === card.id);
                  return (
                    <TopicCard
                      key={card.id}
                      roadmapId={roadmap.id}
                      card={card}
                      proven={proven}
                      {...(progress ? { progress } : {})}
                      {...(next ? { next } : {})}
                    />
                  );
                })}
                {cards.length === 0 && (
                  <Typography variant="caption" color="textSecondary">
                    {t('roadmap.tier.noTopic')}
                  </Typography>
                )}
              </section>
            );
          })}
        {hasRoom && <CardKey />}
      </div>
    </section>
  );
}
