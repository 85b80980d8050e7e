// Says which environments could not be read lately, so that old news is not taken for new.
import type { SourceStatus } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../marks/VerdictMark';
import { ago } from '../theme/format';

const useStyles = makeStyles({ root: { display: 'flex', gap: 12, padding: '12px 16px', alignItems: 'center' } });

/** One line for each environment with an error; nothing where all is well. */
export function StaleNote({ sources }: { sources: readonly SourceStatus[] }) {
  const classes = useStyles();
  return (
    <>
      {sources
        .filter(source => source.error)
        .map(source => (
          <Paper key={source.environment} className={classes.root} role="status">
            <VerdictMark verdict="unknown" size={20} title={false} />
            <Typography variant="body2">
              <strong>{source.environment}</strong> was last read {source.observedAt ? ago(source.observedAt) : 'never'}
              . What depends on it is unknown until it answers again: {source.error}
            </Typography>
          </Paper>
        ))}
    </>
  );
}
