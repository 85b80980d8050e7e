// What the API answers about learning: what to take next, and what a learner has shown to be able to do.
import type { ComponentName } from './common';

/** A topic worth taking next, and why. @public */
export interface NextTopic {
  topic: string;
  /** `blocks`: it keeps services of the caller from their next level. `unread`: the first that was not read yet. */
  reason: 'blocks' | 'unread';
  /** Services of the caller that it keeps from their next level. */
  services: number;
}

/** That a topic is mastered: a service of the learner moved from fail to pass in it, and still passes. @public */
export interface SkillProof {
  component: ComponentName;
  /** The check that turned. */
  check: string;
  /** ISO 8601. */
  at: string;
}

/** Body of `PUT /progress/{roadmapId}/topics/{topicId}/read`. @public */
export interface ReadChange {
  read: boolean;
}

/** Query of `GET /roadmaps/{roadmapId}`. @public */
export interface RoadmapQuery {
  /** Entity ref of an owner: `mine` are the components of this owner instead of the caller's. */
  owner?: string;
  /** Name of an environment: counts and verdicts are those there instead of the worst anywhere. */
  environment?: string;
}
