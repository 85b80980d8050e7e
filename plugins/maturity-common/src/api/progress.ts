// What a learner says of their own progress: kept for them alone.
import type { SkillProof } from './learning';

/** How far a learner is with a topic; absent is to do. @public */
export type ProgressState = 'learning' | 'done' | 'skipped';

/** `GET /progress/{roadmapId}`: the caller's own progress; nobody else can read it. @public */
export interface Progress {
  /** By topic id; topics that are to do are absent. */
  topics: Record<string, ProgressState>;
  /** When each topic was read, by topic id; ISO 8601. */
  read: Record<string, string>;
  /** By topic id: what the caller's services prove the caller to master. */
  proven: Record<string, SkillProof>;
}

/** Body of `PUT /progress/{roadmapId}/topics/{topicId}`. @public */
export interface ProgressChange {
  /** `todo` forgets what was said. */
  state: ProgressState | 'todo';
}
