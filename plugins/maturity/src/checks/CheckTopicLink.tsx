// The topic that a check proves, with the way to its page.
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { CheckTopic } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { topicRouteRef } from '../routes';

interface CheckTopicLinkProps {
  check: CheckTopic & { topic: string };
}

/** A check of a topic that no roadmap has leads nowhere. */
export function CheckTopicLink({ check }: CheckTopicLinkProps) {
  const topicRoute = useRouteRef(topicRouteRef);
  if (!check.roadmap) return <>{check.topicTitle}</>;
  return <Link to={topicRoute({ roadmapId: check.roadmap, topicId: check.topic })}>{check.topicTitle}</Link>;
}
