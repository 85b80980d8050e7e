// English texts of a learner's own progress.
export const progress = {
  title: 'My progress',
  subtitle: 'only you can see it',
  yourProgress: 'Your progress',
  saving: 'Saving',
  apart: 'What a service proves is judged apart from what you know.',
  state: {
    todo: 'To do',
    learning: 'Learning',
    done: 'Done',
    skipped: 'Skipped',
  },
  mark: {
    todo: 'To do',
    learning: 'I am learning it',
    done: 'I have done it',
    skipped: 'I skip it',
  },
} as const;
