// The topics that teach how to find out by oneself.
import { Link } from '@backstage/core-components';
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { Fragment } from 'react';
import { usePageRoute } from '../../hooks/usePageRoute';
import { topicRouteRef } from '../../routes';
import { useTexts } from '../../translation/useTexts';

/** Ids of the topics, which are for ever. */
const troubleshooting = ['describe-events', 'logs', 'exec'];

/** Only those that the roadmap has; nothing where the page is not mounted. */
export function LearnLinks({ view }: { view: ReportView }) {
  const t = useTexts();
  const routeTo = usePageRoute(topicRouteRef);
  const { id: roadmapId, tiers } = view.roadmap;
  const topics = tiers.flatMap(tier => tier.topics).filter(({ id }) => troubleshooting.includes(id));
  if (topics.length === 0 || !routeTo) return null;
  const links = topics.map(({ id, title }, at) => (
    <Fragment key={id}>
      {at > 0 && ' · '}
      <Link to={routeTo({ roadmapId, topicId: id })}>{title}</Link>
    </Fragment>
  ));
  return (
    <Typography variant="caption" component="p" style={{ padding: '12px 16px', margin: 0 }}>
      {t('diagnosis.learn', { topics: <>{links}</> })}
    </Typography>
  );
}
