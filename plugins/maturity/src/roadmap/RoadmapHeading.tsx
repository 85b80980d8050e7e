// Title of the roadmap, what it counts, and the way to the other roadmaps.
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Progress, RoadmapSummary, RoadmapView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useNavigate } from 'react-router-dom';
import { roadmapRouteRef } from '../routes';
import { useFormat } from '../theme/useFormat';
import { RoadmapFigures } from './RoadmapFigures';
import { useTexts } from '../translation/useTexts';

interface RoadmapHeadingProps {
  roadmap: RoadmapView;
  roadmaps: readonly RoadmapSummary[];
  /** False for a roadmap without checks. */
  proven: boolean;
  /** Mine; absent for who is no user. */
  progress: Progress | undefined;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: 16, alignItems: 'flex-start', justifyContent: 'space-between' },
  title: { fontSize: 24, lineHeight: '32px', fontWeight: 700, margin: 0 },
  select: { minWidth: 220 },
});

/** The select shows only where there is something to choose. */
export function RoadmapHeading({ roadmap, roadmaps, proven, progress }: RoadmapHeadingProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const navigate = useNavigate();
  const routeTo = useRouteRef(roadmapRouteRef);
  const topics = roadmap.tiers.flatMap(tier => tier.sections.flatMap(section => section.topics)).length;
  const { components, environments, observedAt } = roadmap;
  const extent = t('roadmap.heading.tiers', {
    topics: t('marks.topics', { count: topics }),
    count: roadmap.tiers.length,
  });
  const judged = observedAt
    ? t('roadmap.heading.proven', {
        extent,
        services: t('roadmap.heading.services', { count: components }),
        count: environments.length,
        when: format.instant(observedAt),
      })
    : t('roadmap.heading.notJudged', { extent });
  const proof = proven ? judged : t('roadmap.heading.learningOnly', { extent });
  return (
    <div className={classes.root}>
      <div>
        <h1 className={classes.title}>{roadmap.title}</h1>
        <Typography variant="body2" color="textSecondary">
          {proof}
        </Typography>
      </div>
      {progress && <RoadmapFigures roadmap={roadmap} progress={progress} />}
      {roadmaps.length > 1 && (
        <TextField
          select
          size="small"
          variant="outlined"
          id="maturity-roadmap"
          label={t('roadmap.heading.roadmap')}
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
