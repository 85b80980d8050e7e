// What was found of a topic: the reason of its worst verdict and who mends it, or who gives what it has.
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import LayersIcon from '@material-ui/icons/Layers';
import { useTexts } from '../translation/useTexts';
import type { TopicRow } from './topicRows';

const useStyles = makeStyles({ inherited: { display: 'inline-flex', gap: 4, alignItems: 'center' } });

/** Nothing where all is well by the component's own doing. */
export function TopicFound({ row }: { row: TopicRow }) {
  const classes = useStyles();
  const t = useTexts();
  return (
    <>
      {row.found}
      {row.code && (
        <Typography variant="caption" color="textSecondary" display="block">
          {t(`mending.mends.${row.code}`)}
        </Typography>
      )}
      {row.advice && (
        <Typography variant="caption" color="textSecondary" display="block">
          {t('checks.advice')}
        </Typography>
      )}
      {row.inheritedFrom && (
        <Typography variant="caption" className={classes.inherited}>
          <LayersIcon fontSize="inherit" /> {t('marks.inheritedFrom', { giver: row.inheritedFrom })}
        </Typography>
      )}
    </>
  );
}
