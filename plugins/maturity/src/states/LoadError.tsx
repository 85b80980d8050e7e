// A card that says what could not be loaded, why, and offers to try again.
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import LockIcon from '@material-ui/icons/LockOutlined';
import RefreshIcon from '@material-ui/icons/Refresh';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { CopyButton } from './CopyButton';
import { VerdictMark } from '../marks/VerdictMark';
import { useTexts } from '../translation/useTexts';

interface LoadErrorProps {
  /** What was asked for: `The report`. */
  what: string;
  error: Error;
  onRetry: () => void;
}

const useStyles = makeStyles(theme => ({
  root: { padding: 16 },
  note: { padding: 12, display: 'flex', gap: 12, alignItems: 'flex-start', borderLeft: '3px solid', borderRadius: 4 },
  text: { flex: 1, minWidth: 0, overflowWrap: 'anywhere', color: theme.palette.text.primary },
  actions: { display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 8 },
}));

/** The message of the backend, without the status line that HTTP clients put before it. */
function messageOf(error: Error): string {
  const cause = (error as { cause?: { message?: string } }).cause;
  return cause?.message ?? error.message;
}

/** What somebody who looks into the log needs. */
function detailsOf(what: string, error: Error, requestId: string | undefined): string {
  const url = (error as { body?: { request?: { method?: string; url?: string } } }).body?.request;
  const lines = [what, `${error.name}: ${error.message}`, messageOf(error)];
  if (url) lines.push(`${url.method} ${url.url}`);
  if (requestId) lines.push(`x-request-id: ${requestId}`);
  return [...new Set(lines)].join('\n');
}

/** Without permission it says what may not be seen and whom to ask. */
export function LoadError({ what, error, onRetry }: LoadErrorProps) {
  const classes = useStyles();
  const t = useTexts();
  const tokens = useMaturityTokens();
  const forbidden = (error as { response?: { status?: number } }).response?.status === 403;
  const { requestId } = error as { requestId?: string };
  const edge = forbidden ? tokens.share.met : tokens.verdict.fail;
  return (
    <Paper className={classes.root} role="alert">
      <div className={classes.note} style={{ background: tokens.highlight, borderLeftColor: edge }}>
        {forbidden ? <LockIcon fontSize="small" /> : <VerdictMark verdict="fail" size={20} title={false} />}
        <div className={classes.text}>
          <Typography variant="subtitle2" component="h3">
            {t(forbidden ? 'states.forbidden' : 'states.failed', { what })}
          </Typography>
          <Typography variant="body2">{messageOf(error)}</Typography>
          {forbidden && <Typography variant="body2">{t('states.askForPermission')}</Typography>}
          {requestId && (
            <Typography variant="caption" component="p">
              {t('states.request', { id: <code>{requestId}</code> })}
            </Typography>
          )}
          <div className={classes.actions}>
            <Button
              variant="outlined"
              size="small"
              onClick={onRetry}
              startIcon={forbidden ? undefined : <RefreshIcon fontSize="small" />}
            >
              {t('states.retry')}
            </Button>
            {!forbidden && (
              <CopyButton size="small" label={t('states.copyDetails')} text={detailsOf(what, error, requestId)} />
            )}
          </div>
        </div>
      </div>
    </Paper>
  );
}
