// A topic on the ladder: the share of services that meet it, and mine among them.
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Progress, TopicCard as Card } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import { MineSquares } from '../marks/MineSquares';
import { ShareRing } from '../marks/ShareRing';
import { ProgressMark } from '../progress/ProgressMark';
import { topicRouteRef } from '../routes';
import { partOf } from '../theme/format';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import type { Texts } from '../translation/useTexts';
import { useTexts } from '../translation/useTexts';
import { mineFallShort } from './filters';

interface TopicCardProps {
  roadmapId: string;
  card: Card;
  /** False where no check can prove it: the card says what it teaches. */
  proven: boolean;
  /** Mine; absent for who is no user. */
  progress?: Progress;
}

const useStyles = makeStyles(theme => ({
  root: {
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
  title: { fontSize: 14, lineHeight: '20px', fontWeight: 700, display: 'block' },
  progress: { marginLeft: 'auto', display: 'inline-flex', color: theme.palette.text.secondary },
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

/** One link; a line at its side marks a topic in which mine fall short, and its text says it too. */
export function TopicCard({ roadmapId, card, proven, progress }: TopicCardProps) {
  const classes = useStyles();
  const t = useTexts();
  const tokens = useMaturityTokens();
  const routeTo = useRouteRef(topicRouteRef);
  const { met, applicable } = card.adoption;
  const share = applicable > 0 ? t('marks.outOf', { part: met, all: applicable }) : t('roadmap.card.appliesToNone');
  const edge = mineFallShort(card) ? { boxShadow: `inset 3px 0 0 ${tokens.share.met}` } : undefined;
  return (
    <Link
      to={routeTo({ roadmapId, topicId: card.id })}
      className={classes.root}
      style={edge}
      title={card.summary}
      underline="none"
    >
      {proven && <ShareRing part={partOf(card.adoption)} />}
      <span>
        <span className={classes.title}>{card.title}</span>
        <span className={classes.facts}>
          {proven ? share : card.summary}
          {proven && card.mine.length > 0 && (
            <>
              <MineSquares verdicts={card.mine} /> {mineText(card, t)}
            </>
          )}
        </span>
      </span>
      {progress && (
        <span className={classes.progress}>
          <ProgressMark state={progress.topics[card.id]} />
        </span>
      )}
    </Link>
  );
}
