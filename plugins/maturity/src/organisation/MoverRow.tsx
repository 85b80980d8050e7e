// A component that changed its level, and what decided it.
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { LevelCount, Mover } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDownIcon from '@material-ui/icons/ArrowDownward';
import ArrowUpIcon from '@material-ui/icons/ArrowUpward';
import { causeText } from '../component/causeText';
import { LevelName } from '../marks/LevelName';
import { ComponentLink } from '../states/ComponentLink';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  root: {
    padding: '8px 16px',
    borderBottom: `1px solid ${theme.palette.divider}`,
    '&:last-child': { borderBottom: 0 },
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: '0 8px', alignItems: 'center' },
  owner: { fontSize: 12, color: theme.palette.text.secondary },
  turn: { display: 'inline-flex', gap: 6, alignItems: 'center', marginLeft: 'auto' },
  text: { fontSize: 12, lineHeight: '16px', overflowWrap: 'anywhere' },
}));

/** Rise and fall are told by arrow and word, never by colour. The name leads to the evidence. */
export function MoverRow({ mover, levels }: { mover: Mover; levels: readonly LevelCount[] }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { because, cause, component, rose, from, to, at, reason } = mover;
  const what = because
    ? t('steering.movers.because', {
        topic: because.topicTitle,
        reason: because.reason,
        environment: because.environment,
      })
    : reason;
  const when = [format.instant(at), ...(cause ? [causeText(cause, t)] : [])];
  return (
    <li className={classes.root}>
      <div className={classes.line}>
        <ComponentLink component={component} {...(because ? { check: because.check } : {})} />
        <span className={classes.owner}>
          {component.owner && <EntityRefLink entityRef={component.owner} hideIcon color="inherit" />}
        </span>
        <span className={classes.turn}>
          {rose ? (
            <ArrowUpIcon fontSize="small" titleAccess={t('organisation.movers.rose')} />
          ) : (
            <ArrowDownIcon fontSize="small" titleAccess={t('organisation.movers.fell')} />
          )}
          {from && <LevelName levels={levels} level={from} size={14} />} →{' '}
          <LevelName levels={levels} level={to} size={14} />
        </span>
      </div>
      <div className={classes.text} title={because?.title}>
        {what}
      </div>
      <Typography className={classes.text} color="textSecondary">
        {format.list(when)}
      </Typography>
    </li>
  );
}
