// All roadmaps as cards: what each is for, how far I am on it, and how much of it services prove.
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { RoadmapList } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { maturityApiRef } from '../api/MaturityApi';
import { useLoad } from '../hooks/useLoad';
import { ShareBar } from '../marks/ShareBar';
import { roadmapRouteRef } from '../routes';
import { LoadError } from '../states/LoadError';
import { PageRoot } from '../states/PageRoot';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { ContentProblems } from './ContentProblems';
import { provenPart } from './provenPart';

const useStyles = makeStyles({
  title: { fontSize: 24, lineHeight: '32px', fontWeight: 700, margin: 0 },
  list: {
    display: 'grid',
    gap: 16,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 360px), 1fr))',
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  card: { padding: 16, height: '100%', boxSizing: 'border-box', display: 'grid', gap: 12, alignContent: 'start' },
  name: { fontSize: 16, lineHeight: '24px', fontWeight: 700, margin: 0 },
  facts: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '4px 16px', fontSize: 14, margin: 0 },
  value: {
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
    display: 'flex',
    gap: 8,
    alignItems: 'center',
    justifyContent: 'flex-end',
  },
});

/** Shown where there are several. */
export function RoadmapIndex({ list }: { list: RoadmapList }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const api = useApi(maturityApiRef);
  const routeTo = useRouteRef(roadmapRouteRef);
  const { value, error, reload } = useLoad('roadmaps', signal =>
    Promise.all(
      list.items.map(async ({ id, proven }) => {
        const [view, progress] = await Promise.all([
          proven ? api.getRoadmap(id, signal) : undefined,
          // Who is no user has no progress.
          api.getProgress(id, signal).catch(() => undefined),
        ]);
        const done = progress && Object.values(progress.topics).filter(state => state === 'done').length;
        return { done, part: view && provenPart(view) };
      }),
    ),
  );
  if (error && !value) return <LoadError what={t('roadmap.index.theRoadmaps')} error={error} onRetry={reload} />;
  if (!value) return <RowsSkeleton rows={4} height={120} label={t('roadmap.index.loading')} />;
  return (
    <PageRoot title={t('roadmap.index.title')} hasHeading>
      <h1 className={classes.title}>{t('roadmap.index.title')}</h1>
      <ContentProblems problems={list.problems} />
      <ul className={classes.list}>
        {list.items.map(({ id, title, description, topics, proven }, at) => (
          <li key={id}>
            <Paper className={classes.card}>
              <h2 className={classes.name}>
                <Link to={routeTo({ roadmapId: id })}>{title}</Link>
              </h2>
              <Typography variant="body2">{description}</Typography>
              <dl className={classes.facts}>
                <dt>{t('roadmap.index.topics')}</dt>
                <dd className={classes.value}>{format.number(topics)}</dd>
                {value[at].done !== undefined && (
                  <>
                    <dt>{t('roadmap.index.done')}</dt>
                    <dd className={classes.value}>{t('marks.outOf', { part: value[at].done, all: topics })}</dd>
                  </>
                )}
                <dt>{t('roadmap.index.proven')}</dt>
                <dd className={classes.value}>
                  {proven ? (
                    <>
                      <ShareBar part={value[at].part} /> {format.percent(value[at].part)}
                    </>
                  ) : (
                    t('roadmap.index.learningOnly')
                  )}
                </dd>
              </dl>
            </Paper>
          </li>
        ))}
      </ul>
    </PageRoot>
  );
}
