// What a learner says of their own progress: kept for them alone.

/** How far a learner is with a topic; absent is to do. @public */
export type ProgressState = 'learning' | 'done' | 'skipped';

/** `GET /progress/{roadmapId}`: the caller's own progress; nobody else can read it. @public */
export interface Progress {
  /** By topic id; topics that are to do are absent. */
  topics: Record<string, ProgressState>;
}

/** Body of `PUT /progress/{roadmapId}/topics/{topicId}`. @public */
export interface ProgressChange {
  /** `todo` forgets what was said. */
  state: ProgressState | 'todo';
}
