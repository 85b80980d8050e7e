// A card that says what could not be loaded, why, and offers to try again.
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../marks/VerdictMark';
import { useTexts } from '../translation/useTexts';

interface LoadErrorProps {
  /** What was asked for: `The report`. */
  what: string;
  error: Error;
  onRetry: () => void;
}

const useStyles = makeStyles({
  root: { padding: 16, display: 'flex', gap: 16, alignItems: 'flex-start' },
  text: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

/** The message of the backend, without the status line that HTTP clients put before it. */
function messageOf(error: Error): string {
  const cause = (error as { cause?: { message?: string } }).cause;
  return cause?.message ?? error.message;
}

/** Without permission it says what may not be seen and whom to ask. */
export function LoadError({ what, error, onRetry }: LoadErrorProps) {
  const classes = useStyles();
  const t = useTexts();
  const forbidden = (error as { response?: { status?: number } }).response?.status === 403;
  return (
    <Paper className={classes.root} role="alert">
      <VerdictMark verdict={forbidden ? 'unknown' : 'warn'} size={24} title={false} />
      <div className={classes.text}>
        <Typography variant="subtitle1" component="h3">
          {t(forbidden ? 'states.forbidden' : 'states.failed', { what })}
        </Typography>
        <Typography variant="body2">{messageOf(error)}</Typography>
        {forbidden && <Typography variant="body2">{t('states.askForPermission')}</Typography>}
      </div>
      <Button variant="outlined" size="small" onClick={onRetry}>
        {t('states.retry')}
      </Button>
    </Paper>
  );
}
