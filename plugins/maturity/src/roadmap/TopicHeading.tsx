// Where a topic stands on the roadmap, its title, and the way to its neighbours.
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { LevelCount, TopicView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { LevelMark } from '../marks/LevelMark';
import { roadmapRouteRef, topicRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';

interface TopicHeadingProps {
  topic: TopicView;
  levels: readonly LevelCount[];
}

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: 16, justifyContent: 'space-between', alignItems: 'flex-end' },
  place: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 8,
    alignItems: 'center',
    fontSize: 12,
    '@media (max-width: 720px)': { '& a': { display: 'inline-flex', alignItems: 'center', minHeight: 32 } },
  },
  title: { fontSize: 24, lineHeight: '32px', fontWeight: 700, margin: 0 },
  neighbours: { display: 'flex', gap: 16 },
});

/** Previous and next follow the reading order across tiers. */
export function TopicHeading({ topic, levels }: TopicHeadingProps) {
  const classes = useStyles();
  const t = useTexts();
  const roadmapRoute = useRouteRef(roadmapRouteRef);
  const topicRoute = useRouteRef(topicRouteRef);
  const { roadmap, tier, section, previous, next } = topic;
  const titleOf = (id: string) => levels.find(level => level.id === id)?.title ?? id;
  const rank = levels.findIndex(({ id }) => id === tier.to);
  const to = (id: string) => topicRoute({ roadmapId: roadmap.id, topicId: id });
  return (
    <div className={classes.root}>
      <div>
        <div className={classes.place}>
          <LevelMark rank={rank} of={levels.length} size={16} />
          <Link to={roadmapRoute({ roadmapId: roadmap.id })}>{roadmap.title}</Link>
          <span>
            {titleOf(tier.from)} → {titleOf(tier.to)}, {tier.title} · {section.title}
          </span>
        </div>
        <h1 className={classes.title}>{topic.title}</h1>
        <Typography variant="body2" color="textSecondary">
          {topic.summary}
        </Typography>
      </div>
      <nav className={classes.neighbours} aria-label={t('roadmap.topic.neighbours')}>
        {previous && <Link to={to(previous.id)}>← {previous.title}</Link>}
        {next && <Link to={to(next.id)}>{next.title} →</Link>}
      </nav>
    </div>
  );
}
