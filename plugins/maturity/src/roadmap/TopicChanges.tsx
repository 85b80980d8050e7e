// What changed in a topic lately: which service turned, from what to what, and why.
import type { TopicView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Verdict } from '@maturity-roadmap/engine';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../marks/VerdictMark';
import { ComponentLink } from '../states/ComponentLink';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({
  root: { padding: '0 16px 12px' },
  heading: { fontSize: 12, lineHeight: '16px', fontWeight: 700, margin: '8px 0' },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 4 },
  row: { display: 'flex', flexWrap: 'wrap', gap: '0 8px', alignItems: 'center', fontSize: 12, lineHeight: '18px' },
});

/** Nothing where nothing did. */
export function TopicChanges({ topic }: { topic: TopicView }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  if (topic.changes.length === 0) return null;
  return (
    <div className={classes.root}>
      <h3 className={classes.heading}>{t('learning.topic.changes')}</h3>
      <ol className={classes.list}>
        {topic.changes.map(change => (
          <li key={change.id} className={classes.row}>
            <span>{format.day(change.at)}</span>
            <ComponentLink component={change.component} {...(change.check ? { check: change.check } : {})} />
            <span>
              {change.from && <VerdictMark verdict={change.from as Verdict} size={14} />} →{' '}
              <VerdictMark verdict={change.to as Verdict} size={14} />
            </span>
            <Typography variant="caption" color="textSecondary">
              {[change.reason, change.environment].filter(Boolean).join(' · ')}
            </Typography>
          </li>
        ))}
      </ol>
    </div>
  );
}
