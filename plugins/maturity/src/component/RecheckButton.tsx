// The button that has a component judged anew; while that is under way it says how many environments were read.
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import RefreshIcon from '@material-ui/icons/Refresh';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { repositoryColumn } from './topicRows';
import type { RecheckState } from './useRecheck';

interface RecheckButtonProps {
  recheck: RecheckState;
  label?: string;
  /** Adds a line for each environment. */
  detailed?: boolean;
}

const useStyles = makeStyles({
  bar: { marginTop: 4, width: '100%' },
  list: { margin: '4px 0 0', padding: 0, listStyle: 'none' },
});

/** Old verdicts stay meanwhile. */
export function RecheckButton({ recheck, label, detailed = false }: RecheckButtonProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { running, progress, run } = recheck;
  const environments = (running && progress?.environments) || [];
  const done = environments.filter(({ pending }) => !pending).length;
  const nameOf = (environment: string) =>
    environment === repositoryColumn ? t('component.topics.repository') : environment;
  const text = running ? t('component.standing.rechecking') : (label ?? t('component.standing.recheck'));
  return (
    <div>
      <Button
        variant="outlined"
        size="small"
        onClick={run}
        disabled={running}
        aria-busy={running}
        startIcon={<RefreshIcon fontSize="small" />}
      >
        {text}
        {environments.length > 0 && `: ${t('mending.recheck.progress', { done, all: environments.length })}`}
      </Button>
      {running && (
        <LinearProgress
          className={classes.bar}
          aria-label={t('component.standing.rechecking')}
          {...(environments.length > 0
            ? { variant: 'determinate', value: (100 * done) / environments.length }
            : { variant: 'indeterminate' })}
        />
      )}
      {detailed && environments.length > 0 && (
        <ul className={classes.list} aria-label={t('mending.recheck.list')}>
          {environments.map(({ environment, pending, observedAt }) => (
            <Typography key={environment} variant="caption" component="li" color="textSecondary">
              {pending || !observedAt
                ? t(pending ? 'mending.recheck.pending' : 'mending.recheck.read', {
                    environment: nameOf(environment),
                    when: '',
                  })
                : t('mending.recheck.read', { environment: nameOf(environment), when: format.ago(observedAt) })}
            </Typography>
          ))}
        </ul>
      )}
    </div>
  );
}
