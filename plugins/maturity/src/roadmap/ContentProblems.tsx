// What is wrong with the content, for those who write it; closed unless asked for.
import type { ContentProblem } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({
  root: { padding: '8px 16px' },
  place: { fontFamily: 'monospace', fontSize: 12 },
});

/** Nothing where the content is sound. */
export function ContentProblems({ problems }: { problems: readonly ContentProblem[] }) {
  const classes = useStyles();
  const t = useTexts();
  if (problems.length === 0) return null;
  return (
    <Paper className={classes.root} component="details">
      <summary>{t('roadmap.problems', { count: problems.length })}</summary>
      <ul>
        {problems.map(({ file, line, message }, at) => (
          <Typography key={at} variant="body2" component="li">
            <span className={classes.place}>
              {file}:{line}
            </span>{' '}
            {message}
          </Typography>
        ))}
      </ul>
    </Paper>
  );
}
