// Scoring: from verdicts to topics, level, score and coverage.
export * from './effectOf';
export * from './judgeComponent';
export * from './levelOf';
export * from './scoreComponent';
export * from './shares';
