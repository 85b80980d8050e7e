// Scoring: from verdicts to topics, level, score and coverage.
export * from './adviceTopics';
export * from './effectOf';
export * from './judgeComponent';
export type { Standing } from './levelOf';
export { standingOf } from './levelOf';
export * from './scoreComponent';
export type { Shares } from './shares';
export { sharesOf } from './shares';
export { blocks } from './tally';
