// English texts of loading, errors, copying and filters without results.
export const states = {
  failed: '{{what}} could not be loaded',
  missing: '{{what}} could not be found',
  forbidden: '{{what}} may not be shown to you',
  askForPermission: 'Ask whoever keeps the permission policy of this Backstage to grant it.',
  retry: 'Try again',
  request: 'Request {{id}}. What you see is kept; nothing is lost.',
  copyDetails: 'Copy details',
  copy: 'Copy',
  copied: 'Copied',
  close: 'Close',
  all: 'All',
  showAll: 'Show all',
  noTopic: 'No topic is like that.',
} as const;
