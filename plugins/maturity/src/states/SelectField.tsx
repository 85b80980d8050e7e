// A choice among a few values by name.
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';

interface SelectFieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
}

const useStyles = makeStyles({
  root: { minWidth: 112, maxWidth: 200, '@media (max-width: 720px)': { maxWidth: 'none' } },
});

/** A value that is no option, as from an old link, is shown as it is. */
export function SelectField({ id, label, value, onChange, options }: SelectFieldProps) {
  const classes = useStyles();
  const all = options.some(option => option.value === value) ? options : [...options, { value, label: value }];
  return (
    <TextField
      select
      size="small"
      variant="outlined"
      id={id}
      label={label}
      className={classes.root}
      value={value}
      InputLabelProps={{ shrink: true }}
      SelectProps={{ displayEmpty: true }}
      onChange={event => onChange(event.target.value)}
    >
      {all.map(option => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </TextField>
  );
}
