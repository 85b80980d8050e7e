// How far I am with a roadmap: read, claimed, and proven by my services.
import type { Progress, RoadmapView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import BookIcon from '@material-ui/icons/MenuBook';
import ClaimedIcon from '@material-ui/icons/CheckBox';
import ProvenIcon from '@material-ui/icons/DonutLarge';
import { useTexts } from '../translation/useTexts';

interface RoadmapFiguresProps {
  roadmap: RoadmapView;
  progress: Progress;
}

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: '8px 24px', margin: 0 },
  term: {
    display: 'flex',
    gap: 6,
    alignItems: 'center',
    fontSize: 12,
    lineHeight: '16px',
    color: theme.palette.text.secondary,
  },
  figure: { margin: 0, fontSize: 16, lineHeight: '24px', fontWeight: 700, fontVariantNumeric: 'tabular-nums' },
}));

/** A topic is proven by mine where all of my services to which it applies meet it. */
export function RoadmapFigures({ roadmap, progress }: RoadmapFiguresProps) {
  const classes = useStyles();
  const t = useTexts();
  const cards = roadmap.tiers.flatMap(tier => tier.sections.flatMap(section => section.topics));
  const applying = cards.filter(({ advice, mine }) => !advice && mine.some(verdict => verdict !== 'notApplicable'));
  const isMet = (verdict: string) => verdict === 'pass' || verdict === 'warn' || verdict === 'notApplicable';
  const figures = [
    {
      name: t('learning.figures.read'),
      Icon: BookIcon,
      part: cards.filter(({ id }) => progress.read[id]).length,
      all: cards.length,
    },
    {
      name: t('learning.figures.claimed'),
      Icon: ClaimedIcon,
      part: cards.filter(({ id }) => progress.topics[id] === 'done').length,
      all: cards.length,
    },
    {
      name: t('learning.figures.proven'),
      Icon: ProvenIcon,
      part: applying.filter(({ mine }) => mine.every(isMet)).length,
      all: applying.length,
    },
  ];
  return (
    <dl className={classes.root} aria-label={t('learning.figures.list')}>
      {figures
        .filter(({ all }) => all > 0)
        .map(({ name, Icon, part, all }) => (
          <div key={name}>
            <dt className={classes.term}>
              <Icon fontSize="inherit" /> {name}
            </dt>
            <dd className={classes.figure}>{t('marks.outOf', { part, all })}</dd>
          </div>
        ))}
    </dl>
  );
}
