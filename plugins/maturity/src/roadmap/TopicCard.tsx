// A topic on the ladder: taught (book), claimed (checkbox), proven (ring), and my services among them.
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { NextTopic, Progress, TopicCard as Card } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import { MineSquares } from '../marks/MineSquares';
import { ShareRing } from '../marks/ShareRing';
import { ProgressMark } from '../progress/ProgressMark';
import { ReadMark } from '../progress/ReadMark';
import { SkillMark } from '../progress/SkillMark';
import { topicRouteRef } from '../routes';
import { partOf } from '../theme/format';
import type { Texts } from '../translation/useTexts';
import { useTexts } from '../translation/useTexts';

interface TopicCardProps {
  roadmapId: string;
  card: Card;
  /** False where no check can prove it: the card says what it teaches. */
  proven: boolean;
  /** Mine; absent for who is no user. */
  progress?: Progress;
  /** Set on the few that are worth taking next. */
  next?: NextTopic;
}

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    display: 'flex',
    gap: 12,
    alignItems: 'center',
    minHeight: 56,
    padding: '6px 12px',
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    textDecoration: 'none',
    '&:hover': { borderColor: theme.palette.primary.main, textDecoration: 'none' },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}`, outlineOffset: 2 },
  },
  isNext: { boxShadow: `inset 3px 0 0 ${theme.palette.primary.main}` },
  text: { flex: 1, minWidth: 0 },
  line: { display: 'flex', gap: 8, alignItems: 'flex-end', justifyContent: 'space-between' },
  title: { fontSize: 14, lineHeight: '20px', fontWeight: 700 },
  next: {
    fontSize: 12,
    lineHeight: '20px',
    fontWeight: 700,
    color: theme.palette.type === 'dark' ? theme.palette.text.primary : theme.palette.primary.main,
  },
  icons: { flex: 'none', display: 'inline-flex', gap: 4, color: theme.palette.text.secondary },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 8px',
    alignItems: 'center',
    fontSize: 12,
    lineHeight: '16px',
    color: theme.palette.text.secondary,
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** "yours 2 of 3", of those to which the topic applies. */
function mineText({ mine }: Card, t: Texts): string {
  const applying = mine.filter(verdict => verdict !== 'notApplicable');
  const met = applying.filter(verdict => verdict === 'pass' || verdict === 'warn').length;
  return applying.length > 0 ? t('marks.yours', { part: met, all: applying.length }) : t('roadmap.card.noneOfYours');
}

function nextText({ reason, services }: NextTopic, t: Texts): string {
  return reason === 'blocks' ? t('learning.next.blocks', { count: services }) : t('learning.next.unread');
}

/** One link. What is next has a line at its side, and the word. */
export function TopicCard({ roadmapId, card, proven, progress, next }: TopicCardProps) {
  const classes = useStyles();
  const t = useTexts();
  const routeTo = useRouteRef(topicRouteRef);
  const { met, applicable } = card.adoption;
  const share = applicable > 0 ? t('marks.outOf', { part: met, all: applicable }) : t('roadmap.card.appliesToNone');
  return (
    <Link
      to={routeTo({ roadmapId, topicId: card.id })}
      className={`${classes.root} ${next ? classes.isNext : ''}`}
      title={next ? nextText(next, t) : card.summary}
      underline="none"
      data-topic={card.id}
    >
      {proven && <ShareRing part={partOf(card.adoption)} />}
      <span className={classes.text}>
        <span className={classes.line}>
          <span className={classes.title}>{card.title}</span>{' '}
          {next && <span className={classes.next}>{t('learning.next.mark')}</span>}
        </span>{' '}
        <span className={classes.line}>
          <span className={classes.facts}>
            <span>{proven ? share : card.summary}</span>{' '}
            {card.advice && <span title={t('checks.advice')}>{t('marks.severity.advice')}</span>}{' '}
            {proven && card.mine.length > 0 && (
              <>
                {card.mine.some(verdict => verdict !== 'notApplicable') && <MineSquares verdicts={card.mine} />}
                <span>{mineText(card, t)}</span>
              </>
            )}
          </span>{' '}
          {progress && (
            <span className={classes.icons}>
              {progress.proven[card.id] && <SkillMark />}
              <ReadMark read={Boolean(progress.read[card.id])} />
              <ProgressMark state={progress.topics[card.id]} />
            </span>
          )}
        </span>
      </span>
    </Link>
  );
}
