// A row of choices of which one holds, each with its count.
import { makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { tokensFor } from '../theme/useMaturityTokens';
import { useFormat } from '../theme/useFormat';

interface FilterButtonsProps {
  /** Accessible name of the group. */
  label: string;
  options: readonly { value: string; label: string; count?: number }[];
  value: string;
  onChange: (value: string) => void;
}

const useStyles = makeStyles(theme => ({
  root: { flexWrap: 'wrap' },
  button: { textTransform: 'none', padding: '4px 10px', minHeight: 32, color: theme.palette.text.primary },
  // Chosen by shape and weight as well as colour.
  selected: {
    '&&': {
      color: theme.palette.text.primary,
      background: tokensFor(theme.palette.type).highlight,
      fontWeight: 700,
      boxShadow: `inset 0 -2px 0 ${theme.palette.primary.main}`,
    },
  },
  count: { marginLeft: 4, color: theme.palette.text.secondary, fontVariantNumeric: 'tabular-nums' },
}));

/** Choosing the one that holds changes nothing. */
export function FilterButtons({ label, options, value, onChange }: FilterButtonsProps) {
  const classes = useStyles();
  const format = useFormat();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      className={classes.root}
      aria-label={label}
      value={value}
      onChange={(_event, next: string | null) => next !== null && onChange(next)}
    >
      {options.map(option => (
        <ToggleButton
          key={option.value}
          value={option.value}
          classes={{ root: classes.button, selected: classes.selected }}
        >
          {option.label}
          {option.count !== undefined && <span className={classes.count}>{format.number(option.count)}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
