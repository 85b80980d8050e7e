// The containers of a pod: what each is doing, how it ended last, and its last words.
import type { ContainerState, PodState } from '@maturity-roadmap/engine';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { RowHead } from '../../states/RowHead';
import { useFormat } from '../../theme/useFormat';
import type { Texts } from '../../translation/useTexts';
import { useTexts } from '../../translation/useTexts';

const useStyles = makeStyles(theme => ({
  scroll: { overflowX: 'auto' },
  words: {
    margin: '0 16px 16px',
    padding: 12,
    overflowX: 'auto',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    background: theme.palette.background.default,
    fontFamily: 'monospace',
    fontSize: 12,
    lineHeight: '18px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  label: { padding: '8px 16px 4px' },
}));

/** An init container that ended without an error has done what it is for. */
function endText({ role, lastEnd }: ContainerState, t: Texts): string {
  const { exitCode: code = 0, reason = '', meaning = '' } = lastEnd ?? {};
  const isDone = role === 'init' && code === 0;
  return t('diagnosis.exit', { code, meaning: [reason, isDone ? '' : meaning].filter(Boolean).join('; ') });
}

/** Nothing where the pod has not come so far. */
export function PodContainers({ pod }: { pod: PodState }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  if (pod.containers.length === 0) return null;
  const label = t('diagnosis.containers', { pod: pod.name });
  return (
    <div>
      <div className={classes.scroll}>
        <Table size="small" aria-label={label}>
          <TableHead>
            <TableRow>
              <TableCell>{t('diagnosis.container')}</TableCell>
              <TableCell>{t('diagnosis.state')}</TableCell>
              <TableCell align="right">{t('diagnosis.restarts')}</TableCell>
              <TableCell>{t('diagnosis.exitCode')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {pod.containers.map(container => (
              <TableRow key={container.name}>
                <RowHead>
                  {container.name}
                  {container.role !== 'main' && ` (${container.role})`}
                </RowHead>
                <TableCell>{container.state}</TableCell>
                <TableCell align="right">{format.number(container.restarts)}</TableCell>
                <TableCell>{container.lastEnd && endText(container, t)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      {pod.containers.map(
        ({ name, lastEnd }) =>
          lastEnd?.message && (
            <div key={name}>
              <Typography className={classes.label} variant="caption" component="div" color="textSecondary">
                {t('diagnosis.lastWords', { container: name })}
              </Typography>
              <div className={classes.words}>{lastEnd.message}</div>
            </div>
          ),
      )}
    </div>
  );
}
