// Title of the roadmap, what it counts, and the way to the other roadmaps.
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Progress, RoadmapSummary, RoadmapView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useNavigate } from 'react-router-dom';
import { roadmapRouteRef } from '../routes';
import { count, instant } from '../theme/format';

interface RoadmapHeadingProps {
  roadmap: RoadmapView;
  roadmaps: readonly RoadmapSummary[];
  /** Mine; absent for who is no user. */
  progress: Progress | undefined;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: 16, alignItems: 'flex-start', justifyContent: 'space-between' },
  title: { fontSize: 24, lineHeight: '32px', fontWeight: 700, margin: 0 },
  select: { minWidth: 220 },
});

/** The select shows only where there is something to choose. */
export function RoadmapHeading({ roadmap, roadmaps, progress }: RoadmapHeadingProps) {
  const classes = useStyles();
  const navigate = useNavigate();
  const routeTo = useRouteRef(roadmapRouteRef);
  const topics = roadmap.tiers.flatMap(tier => tier.sections.flatMap(section => section.topics)).length;
  const states = Object.values(progress?.topics ?? {});
  const done = states.filter(state => state === 'done').length;
  const { components, environments, observedAt } = roadmap;
  const proof = observedAt
    ? `proven by ${count(components, 'service')} in ${count(environments.length, 'cluster')}. Observed ${instant(observedAt)}.`
    : 'not judged yet: the first run is under way.';
  return (
    <div className={classes.root}>
      <div>
        <h1 className={classes.title}>{roadmap.title}</h1>
        <Typography variant="body2" color="textSecondary">
          {count(topics, 'topic')} in {count(roadmap.tiers.length, 'tier')}, {proof}
          {states.length > 0 && ` You have done ${done}.`}
        </Typography>
      </div>
      {roadmaps.length > 1 && (
        <TextField
          select
          size="small"
          variant="outlined"
          id="maturity-roadmap"
          label="Roadmap"
          className={classes.select}
          value={roadmap.id}
          onChange={event => navigate(routeTo({ roadmapId: event.target.value }))}
        >
          {roadmaps.map(({ id, title }) => (
            <MenuItem key={id} value={id}>
              {title}
            </MenuItem>
          ))}
        </TextField>
      )}
    </div>
  );
}
