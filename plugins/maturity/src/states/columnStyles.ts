// Two columns of cards beside each other, and one below the other where there is no room.

/** The part beside which the second stands, as wide as `template` says. */
export const columns = (template: string) => ({
  display: 'grid',
  gap: 16,
  alignItems: 'start',
  gridTemplateColumns: template,
  '@media (max-width: 1100px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** One of them: cards below each other. */
export const column = { display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr)' };
