// A topic: learn it, see who does it well, and find mine that does not.
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useParams } from 'react-router-dom';
import { maturityApiRef } from '../api/MaturityApi';
import { useLoad } from '../hooks/useLoad';
import { roadmapRouteRef } from '../routes';
import { column, columns } from '../states/columnStyles';
import { LoadError } from '../states/LoadError';
import { PageRoot } from '../states/PageRoot';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { TopicAdoption } from './TopicAdoption';
import { TopicChecks } from './TopicChecks';
import { TopicClusters } from './TopicClusters';
import { TopicContent } from './TopicContent';
import { TopicHeading } from './TopicHeading';
import { TopicMeets } from './TopicMeets';
import { TopicMisses } from './TopicMisses';
import { ProgressCard } from '../progress/ProgressCard';
import { useProgress } from '../progress/useProgress';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({
  columns: columns('minmax(0, 1fr) minmax(0, 480px)'),
  side: column,
});

/** The route names roadmap and topic. */
export function TopicPage() {
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(maturityApiRef);
  const roadmapRoute = useRouteRef(roadmapRouteRef);
  const { roadmapId = '', topicId = '' } = useParams();
  const { value, error, reload } = useLoad(`${roadmapId}/${topicId}`, async signal => {
    const [topic, roadmap] = await Promise.all([
      api.getTopic(roadmapId, topicId, signal),
      api.getRoadmap(roadmapId, signal),
    ]);
    return { topic, roadmap };
  });
  const progress = useLoad(`progress/${roadmapId}`, signal => api.getProgress(roadmapId, signal));
  const control = useProgress(roadmapId, progress);
  const trend = useLoad(`trend/${topicId}`, signal => api.getTrend({ topic: topicId, days: 90 }, signal));
  if (error && !value) {
    return (
      <LoadError what={t('roadmap.topic.theTopic')} error={error} onRetry={reload}>
        <Link to={roadmapRoute({ roadmapId })}>{t('roadmap.topic.allTopics')}</Link>
      </LoadError>
    );
  }
  if (!value) return <RowsSkeleton rows={10} label={t('roadmap.topic.loading')} />;
  const { topic, roadmap } = value;
  const proven = topic.checks.length > 0;
  const card = roadmap.tiers
    .flatMap(tier => tier.sections.flatMap(section => section.topics))
    .find(({ id }) => id === topic.id);
  return (
    <PageRoot title={topic.title} hasHeading>
      <TopicHeading topic={topic} levels={roadmap.levels} />
      <div className={classes.columns}>
        <TopicContent
          key={topic.id}
          topic={topic}
          isUnread={progress.value !== undefined && !progress.value.read[topic.id]}
          onRead={() => control.setRead(topic.id, true)}
        />
        <div className={classes.side}>
          <ProgressCard topicId={topicId} progress={progress} control={control} />
          {proven && (
            <>
              <TopicAdoption topic={topic} mine={card?.mine ?? []} trend={trend.value} />
              <TopicChecks topic={topic} />
              <TopicClusters topic={topic} />
              <TopicMeets topic={topic} levels={roadmap.levels} />
            </>
          )}
        </div>
      </div>
      {proven && (
        <TopicMisses
          topic={topic}
          levels={roadmap.levels}
          onExport={id => api.exportComponents({ topic: id, verdict: 'missed' })}
        />
      )}
    </PageRoot>
  );
}
