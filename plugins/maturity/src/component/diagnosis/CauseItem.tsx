// One cause: what is wrong, how sure that is, what was seen, and what to type next.
import type { Cause } from '@maturity-roadmap/engine';
import Chip from '@material-ui/core/Chip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CopyableCode } from '../../states/CopyableCode';
import { useTexts } from '../../translation/useTexts';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: '12px 16px', padding: 16 },
  number: {
    flex: 'none',
    width: 32,
    height: 32,
    borderRadius: '50%',
    border: `1px solid ${theme.palette.text.secondary}`,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    fontWeight: 700,
  },
  first: {
    background: theme.palette.primary.main,
    borderColor: theme.palette.primary.main,
    color: theme.palette.primary.contrastText,
  },
  text: { flex: '1 1 220px', minWidth: 0, overflowWrap: 'anywhere' },
  head: { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' },
  title: { fontSize: 16, lineHeight: '24px', fontWeight: 700, margin: 0 },
  evidence: { margin: '8px 0 0' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: '0 16px',
    padding: '4px 0',
    borderTop: `1px solid ${theme.palette.divider}`,
    fontFamily: 'monospace',
    fontSize: 12,
    lineHeight: '18px',
    overflowWrap: 'anywhere',
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0, fontWeight: 700, maxWidth: '100%' },
  },
  next: { flex: '0 1 420px', minWidth: 'min(280px, 100%)' },
}));

/** The first stands out: it stops the pod earliest. */
export function CauseItem({ cause, number }: { cause: Cause; number: number }) {
  const classes = useStyles();
  const t = useTexts();
  return (
    <li className={classes.root}>
      <span className={`${classes.number} ${number === 1 ? classes.first : ''}`} aria-hidden>
        {number}
      </span>
      <div className={classes.text}>
        <div className={classes.head}>
          <h4 className={classes.title}>{cause.title}</h4>
          <Chip
            size="small"
            variant="outlined"
            label={t(`diagnosis.confidence.${cause.confidence}`)}
            style={{ margin: 0 }}
          />
        </div>
        <Typography variant="body2">{cause.explanation}</Typography>
        <dl className={classes.evidence}>
          {cause.evidence.map(({ object, path, observed }, at) => (
            <div key={at} className={classes.row}>
              <dt>
                {object.kind} {object.name} {path}
              </dt>
              <dd>{observed}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className={classes.next}>
        <Typography variant="caption" color="textSecondary">
          {t('diagnosis.next')}
        </Typography>
        <CopyableCode wrap text={cause.command} />
      </div>
    </li>
  );
}
