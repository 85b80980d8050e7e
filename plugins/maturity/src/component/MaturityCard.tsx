// The overview card of a component: its level, and the first things to do.
import { getCompoundEntityRef } from '@backstage/catalog-model';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/core-components';
import { entityRouteParams, entityRouteRef, useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { maturityApiRef } from '../api/MaturityApi';
import { useLoad } from '../hooks/useLoad';
import { LevelName } from '../marks/LevelName';
import { VerdictMark } from '../marks/VerdictMark';
import { LoadError } from '../states/LoadError';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { Section } from '../states/Section';
import { count, percent } from '../theme/format';

const useStyles = makeStyles({
  body: { padding: 16, display: 'grid', gap: 12 },
  standing: { display: 'flex', flexWrap: 'wrap', gap: '8px 24px', alignItems: 'center' },
  level: { fontSize: 20, fontWeight: 700 },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 8 },
  blocker: { display: 'flex', gap: 8, alignItems: 'center' },
});

/** Blockers shown before the card sends to the tab. */
const shownBlockers = 3;

/** Needs an entity around it. */
export function MaturityCard() {
  const classes = useStyles();
  const api = useApi(maturityApiRef);
  const { entity } = useEntity();
  const entityRoute = useRouteRef(entityRouteRef);
  const ref = getCompoundEntityRef(entity);
  const { value, error, reload } = useLoad(`${ref.namespace}/${ref.name}`, signal => api.getReport(ref, signal));
  if (error && !value) return <LoadError what="The maturity of this component" error={error} onRetry={reload} />;
  if (!value) return <RowsSkeleton rows={3} label="Loading maturity" />;
  const { report, roadmap, checks } = value;
  const next = roadmap.levels.find(({ id }) => id === report.nextLevel)?.title;
  const tab = `${entityRoute(entityRouteParams(entity))}/maturity`;
  return (
    <Section title="Maturity" actions={<Link to={tab}>All topics</Link>}>
      <div className={classes.body}>
        <div className={classes.standing}>
          <span className={classes.level}>
            <LevelName levels={roadmap.levels} level={report.level} size={24} />
          </span>
          <Typography variant="body2" color="textSecondary">
            Score {percent(report.score)}, coverage {percent(report.coverage)}
          </Typography>
        </div>
        <Typography variant="body2">
          {next ? `${count(report.blockers.length, 'blocker')} to ${next}` : 'Highest level reached'}
        </Typography>
        <ul className={classes.list}>
          {report.blockers.slice(0, shownBlockers).map(blocker => (
            <li key={blocker.check} className={classes.blocker}>
              <VerdictMark verdict={blocker.verdict} />
              <Link to={`${tab}?verdict=${blocker.check}`}>{checks[blocker.check]?.title ?? blocker.check}</Link>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
