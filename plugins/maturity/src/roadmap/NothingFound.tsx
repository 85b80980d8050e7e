// Says that the filters hid everything, and offers to clear them.
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({
  root: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 16, padding: 16, marginTop: 16 },
});

/** Also told to screen readers. */
export function NothingFound({ onClear }: { onClear: () => void }) {
  const classes = useStyles();
  const t = useTexts();
  return (
    <Paper className={classes.root} role="status">
      <Typography variant="body2">{t('learning.filters.none')}</Typography>
      <Button variant="outlined" size="small" onClick={onClear}>
        {t('learning.filters.clear')}
      </Button>
    </Paper>
  );
}
