// A check: what it asserts, why, when it applies, what it reads, how many pass, how to mend what fails.
import { Link, MarkdownContent } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useParams } from 'react-router-dom';
import { maturityApiRef } from '../api/MaturityApi';
import { useLoad } from '../hooks/useLoad';
import { ShareBar } from '../marks/ShareBar';
import { checksRouteRef } from '../routes';
import { LoadError } from '../states/LoadError';
import { PageRoot } from '../states/PageRoot';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { partOf, percent } from '../theme/format';

const useStyles = makeStyles({
  root: {
    padding: 24,
    maxWidth: 880,
    overflowWrap: 'anywhere',
    '& h2': { fontSize: 16, lineHeight: '24px', fontWeight: 700, margin: '24px 0 4px' },
    '& p, & li': { fontSize: 14, lineHeight: '22px', maxWidth: 720, margin: '4px 0' },
  },
  title: { fontSize: 24, lineHeight: '32px', fontWeight: 700, margin: 0 },
  rate: { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center', fontVariantNumeric: 'tabular-nums' },
});

/** The route names the check. */
export function CheckPage() {
  const classes = useStyles();
  const api = useApi(maturityApiRef);
  const checksRoute = useRouteRef(checksRouteRef);
  const { checkId = '' } = useParams();
  const { value, error, reload } = useLoad(`check/${checkId}`, async signal => {
    const { items } = await api.getChecks(signal);
    const check = items.find(({ id }) => id === checkId);
    if (!check) throw new Error(`There is no check "${checkId}". It may have been switched off or renamed.`);
    return check;
  });
  if (error && !value) return <LoadError what="The check" error={error} onRetry={reload} />;
  if (!value) return <RowsSkeleton rows={8} label="Loading the check" />;
  const { met, applicable, unknown } = value;
  return (
    <PageRoot>
      <Paper component="article" className={classes.root} aria-label={value.title}>
        <Link to={checksRoute()}>All checks</Link>
        <h1 className={classes.title}>{value.title}</h1>
        <Typography variant="body2" color="textSecondary" component="div">
          <code>{value.id}</code> · topic {value.topic} ·{' '}
          {value.advice ? 'advice, never blocks' : `severity ${value.severity}`} · since {value.since}
        </Typography>
        <div className={classes.rate}>
          <ShareBar part={partOf(value)} width={120} />
          <strong>{percent(partOf(value))}</strong>
          {met} of {applicable} services pass{unknown > 0 ? `, ${unknown} can not be judged` : ''}
        </div>
        <h2>Why</h2>
        <MarkdownContent content={value.why} />
        <h2>Applies when</h2>
        <MarkdownContent content={value.appliesWhen} />
        <h2>How to mend it</h2>
        <MarkdownContent content={value.remediation} />
        <h2>Reads</h2>
        <p>{value.reads.length > 0 ? value.reads.join(', ') : 'The workload itself.'}</p>
        <h2>References</h2>
        <ul>
          {value.references.map(url => (
            <li key={url}>
              <Link to={url}>{url}</Link>
            </li>
          ))}
        </ul>
      </Paper>
    </PageRoot>
  );
}
