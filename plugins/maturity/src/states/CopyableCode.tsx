// Code with a button that copies it and says so, also to screen readers.
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import CopyIcon from '@material-ui/icons/FileCopyOutlined';
import DoneIcon from '@material-ui/icons/Done';
import { useTexts } from '../translation/useTexts';
import { useCopy } from './useCopy';

interface CopyableCodeProps {
  text: string;
  /** Within a line of text. */
  inline?: boolean;
  /** Breaks long lines, as of commands, rather than scroll. */
  wrap?: boolean;
}

const useStyles = makeStyles(theme => ({
  block: {
    position: 'relative',
    margin: '8px 0',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    background: theme.palette.background.default,
  },
  code: { fontFamily: 'monospace', fontSize: 12, lineHeight: '18px' },
  pre: { margin: 0, padding: '12px 48px 12px 12px', overflowX: 'auto' },
  wrapped: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  button: { minWidth: 32, minHeight: 32 },
  corner: { position: 'absolute', top: 4, right: 4 },
  announcement: { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clip: 'rect(0 0 0 0)' },
}));

/** Shows text that is meant to be pasted elsewhere. */
export function CopyableCode({ text, inline = false, wrap = false }: CopyableCodeProps) {
  const classes = useStyles();
  const t = useTexts();
  const { copied, copy } = useCopy(text);
  const button = (
    <IconButton
      size="small"
      aria-label={t('states.copy')}
      className={inline ? classes.button : `${classes.button} ${classes.corner}`}
      onClick={copy}
    >
      {copied ? <DoneIcon fontSize="small" /> : <CopyIcon fontSize="small" />}
    </IconButton>
  );
  const announcement = (
    <span className={classes.announcement} aria-live="polite">
      {copied ? t('states.copied') : ''}
    </span>
  );
  if (inline) {
    return (
      <span>
        <code className={classes.code}>{text}</code> {button}
        {announcement}
      </span>
    );
  }
  return (
    <div className={classes.block}>
      {/* Code that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={`${classes.pre} ${classes.code} ${wrap ? classes.wrapped : ''}`} tabIndex={0}>
        <code>{text}</code>
      </pre>
      {button}
      {announcement}
    </div>
  );
}
