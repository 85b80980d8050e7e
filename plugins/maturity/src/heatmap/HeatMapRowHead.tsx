// The head of a row of the heat map: what it counts, and how many.
import IconButton from '@material-ui/core/IconButton';
import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import CollapsedIcon from '@material-ui/icons/ChevronRight';
import ExpandedIcon from '@material-ui/icons/ExpandMore';
import { ComponentLink } from '../states/ComponentLink';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import type { HeatRow } from './heatRows';
import { step } from './heatRows';

interface HeatMapRowHeadProps {
  row: HeatRow;
  onToggle: (key: string) => void;
  /** Shows more of the rows below a key. */
  onMore: (key: string) => void;
}

const useStyles = makeStyles(theme => ({
  root: {
    '&&': { padding: '0 8px 0 0' },
    textAlign: 'left',
    fontWeight: 400,
    fontSize: 14,
    whiteSpace: 'nowrap',
    position: 'sticky',
    left: 0,
    zIndex: 1,
    background: theme.palette.background.paper,
    '@media print': { '&&': { padding: '0 4px 0 0 !important' }, position: 'static' },
  },
  line: {
    display: 'flex',
    alignItems: 'center',
    minHeight: 30,
    maxWidth: 240,
    '@media (max-width: 720px)': { maxWidth: 168 },
  },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', flex: 1 },
  count: { marginLeft: 16, color: theme.palette.text.secondary, fontVariantNumeric: 'tabular-nums' },
  place: { width: 32, flex: 'none' },
}));

/** Right and Left expand and collapse, as the arrow does. */
export function HeatMapRowHead({ row, onToggle, onMore }: HeatMapRowHeadProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const indent = { paddingLeft: row.depth * 16 };
  if (row.type !== 'counts') {
    return (
      <th scope="row" className={classes.root}>
        <span className={classes.line} style={indent}>
          <span className={classes.place} />
          <span className={classes.title}>
            {row.type === 'component' ? (
              <ComponentLink component={row.component} />
            ) : (
              <Link component="button" onClick={() => onMore(row.of)}>
                {t('steering.heat.showMore', { more: Math.min(row.more, step) })}
              </Link>
            )}
          </span>
        </span>
      </th>
    );
  }
  const { title, expanded, counts, key } = row;
  return (
    <th scope="row" className={classes.root}>
      <span className={classes.line} style={indent}>
        {expanded === undefined ? (
          <span className={classes.place} />
        ) : (
          <IconButton
            size="small"
            className={classes.place}
            aria-expanded={expanded}
            aria-label={t(expanded ? 'heatmap.collapse' : 'heatmap.expand', { row: title })}
            onClick={() => onToggle(key)}
            onKeyDown={event => {
              if (event.key === (expanded ? 'ArrowLeft' : 'ArrowRight')) onToggle(key);
            }}
          >
            {expanded ? <ExpandedIcon fontSize="small" /> : <CollapsedIcon fontSize="small" />}
          </IconButton>
        )}
        <strong className={classes.title} title={title}>
          {title}
        </strong>
        <span className={classes.count}>{format.number(counts.components)}</span>
      </span>
    </th>
  );
}
