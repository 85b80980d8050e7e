// What is wrong with the content, for those who write it; closed unless asked for.
import type { ContentProblem } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { count } from '../theme/format';

const useStyles = makeStyles({
  root: { padding: '8px 16px' },
  place: { fontFamily: 'monospace', fontSize: 12 },
});

/** Nothing where the content is sound. */
export function ContentProblems({ problems }: { problems: readonly ContentProblem[] }) {
  const classes = useStyles();
  if (problems.length === 0) return null;
  return (
    <Paper className={classes.root} component="details">
      <summary>{count(problems.length, 'problem')} in the content; the rest of the roadmap is shown</summary>
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
