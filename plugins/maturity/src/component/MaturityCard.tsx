// The overview card of a component: its level, and the first things to do.
import { getCompoundEntityRef } from '@backstage/catalog-model';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/core-components';
import { entityRouteParams, entityRouteRef, useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { maturityApiRef } from '../api/MaturityApi';
import { sharedReport } from '../api/sharedReports';
import { useLoad } from '../hooks/useLoad';
import { LevelName } from '../marks/LevelName';
import { VerdictMark } from '../marks/VerdictMark';
import { LoadError } from '../states/LoadError';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { Section } from '../states/Section';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

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
  const t = useTexts();
  const format = useFormat();
  const api = useApi(maturityApiRef);
  const { entity } = useEntity();
  const entityRoute = useRouteRef(entityRouteRef);
  const ref = getCompoundEntityRef(entity);
  const { value, error, reload } = useLoad(`${ref.namespace}/${ref.name}`, () => sharedReport(api, ref));
  if (error && !value) return <LoadError what={t('component.card.theMaturity')} error={error} onRetry={reload} />;
  if (!value) return <RowsSkeleton rows={3} label={t('component.card.loading')} />;
  const { report, roadmap, checks } = value;
  const next = roadmap.levels.find(({ id }) => id === report.nextLevel)?.title;
  const tab = `${entityRoute(entityRouteParams(entity))}/maturity`;
  return (
    <Section title={t('component.card.title')} actions={<Link to={tab}>{t('component.card.allTopics')}</Link>}>
      <div className={classes.body}>
        <div className={classes.standing}>
          <span className={classes.level}>
            <LevelName levels={roadmap.levels} level={report.level} size={24} />
          </span>
          <Typography variant="body2" color="textSecondary">
            {t('marks.standing', { score: format.percent(report.score), coverage: format.percent(report.coverage) })}
          </Typography>
        </div>
        <Typography variant="body2">
          {next
            ? t('component.card.blockers', { count: report.blockers.length, level: next })
            : t('component.card.highest')}
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
