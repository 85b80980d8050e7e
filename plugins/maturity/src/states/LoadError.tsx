// A card that says what could not be loaded, why, and offers to try again.
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import LockIcon from '@material-ui/icons/LockOutlined';
import RefreshIcon from '@material-ui/icons/Refresh';
import type { ReactNode } from 'react';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { CopyButton } from './CopyButton';
import { VerdictMark } from '../marks/VerdictMark';
import { useTexts } from '../translation/useTexts';

interface LoadErrorProps {
  /** What was asked for: `The report`. */
  what: string;
  error: Error;
  onRetry: () => void;
  /** Where to go from what is not there. */
  children?: ReactNode;
}

/** Answers that are no failure of the backend. */
const kinds: Readonly<Record<number, 'missing' | 'forbidden' | undefined>> = { 403: 'forbidden', 404: 'missing' };

const useStyles = makeStyles(theme => ({
  root: { padding: 16 },
  note: { padding: 12, display: 'flex', gap: 12, alignItems: 'flex-start', borderLeft: '3px solid', borderRadius: 4 },
  text: { flex: 1, minWidth: 0, overflowWrap: 'anywhere', color: theme.palette.text.primary },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center', marginTop: 8 },
}));

/**
 * The message of the backend, without the status line that HTTP clients put before it; of an answer that is not the
 * backend's, as of a proxy, the status line alone.
 */
function messageOf(error: Error): string {
  const cause = (error as { cause?: { message?: string } }).cause;
  return (cause?.message ?? error.message).replace(/^(Request failed with status \d+[^,]*),[^]*$/, '$1');
}

/** What somebody who looks into the log needs. */
function detailsOf(what: string, error: Error, requestId: string | undefined): string {
  const url = (error as { body?: { request?: { method?: string; url?: string } } }).body?.request;
  const lines = [what, `${error.name}: ${error.message}`, messageOf(error)];
  if (url) lines.push(`${url.method} ${url.url}`);
  if (requestId) lines.push(`x-request-id: ${requestId}`);
  return [...new Set(lines)].join('\n');
}

/** What is not there is no failure. Without permission it says what may not be seen and whom to ask. */
export function LoadError({ what, error, onRetry, children }: LoadErrorProps) {
  const classes = useStyles();
  const t = useTexts();
  const tokens = useMaturityTokens();
  const { status } = (error as { response?: { status?: number } }).response ?? {};
  const kind = kinds[status ?? 0] ?? 'failed';
  const failed = kind === 'failed';
  const { requestId } = error as { requestId?: string };
  const edge = failed ? tokens.verdict.fail : tokens.share.met;
  return (
    <Paper className={classes.root} role="alert">
      <div className={classes.note} style={{ background: tokens.highlight, borderLeftColor: edge }}>
        {kind === 'forbidden' ? (
          <LockIcon fontSize="small" />
        ) : (
          <VerdictMark verdict={failed ? 'fail' : 'unknown'} size={20} title={false} />
        )}
        <div className={classes.text}>
          <Typography variant="subtitle2" component="h3">
            {t(`states.${kind}`, { what })}
          </Typography>
          <Typography variant="body2">{messageOf(error)}</Typography>
          {kind === 'forbidden' && <Typography variant="body2">{t('states.askForPermission')}</Typography>}
          {requestId && kind !== 'missing' && (
            <Typography variant="caption" component="p">
              {t('states.request', { id: <code>{requestId}</code> })}
            </Typography>
          )}
          <div className={classes.actions}>
            <Button
              variant="outlined"
              size="small"
              onClick={onRetry}
              startIcon={kind === 'forbidden' ? undefined : <RefreshIcon fontSize="small" />}
            >
              {t('states.retry')}
            </Button>
            {failed && (
              <CopyButton size="small" label={t('states.copyDetails')} text={detailsOf(what, error, requestId)} />
            )}
            {children}
          </div>
        </div>
      </div>
    </Paper>
  );
}
