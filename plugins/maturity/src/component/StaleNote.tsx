// Says which environments could not be read lately, so that old news is not taken for new.
import type { SourceStatus } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../marks/VerdictMark';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({ root: { display: 'flex', gap: 12, padding: '12px 16px', alignItems: 'center' } });

const named = (environment: string) => <strong>{environment}</strong>;

/** One line for each environment with an error; nothing where all is well. */
export function StaleNote({ sources }: { sources: readonly SourceStatus[] }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  return (
    <>
      {sources
        .filter(source => source.error)
        .map(({ environment, observedAt, error = '' }) => (
          <Paper key={environment} className={classes.root} role="status">
            <VerdictMark verdict="unknown" size={20} title={false} />
            <Typography variant="body2">
              {observedAt
                ? t('component.stale.lastRead', {
                    environment: named(environment),
                    when: format.ago(observedAt),
                    error,
                  })
                : t('component.stale.neverRead', { environment: named(environment), error })}
            </Typography>
          </Paper>
        ))}
    </>
  );
}
