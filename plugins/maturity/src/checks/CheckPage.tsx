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
import { partOf } from '../theme/format';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

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
  const t = useTexts();
  const format = useFormat();
  const api = useApi(maturityApiRef);
  const checksRoute = useRouteRef(checksRouteRef);
  const { checkId = '' } = useParams();
  const { value, error, reload } = useLoad(`check/${checkId}`, async signal => {
    const { items } = await api.getChecks(signal);
    const check = items.find(({ id }) => id === checkId);
    if (!check) throw new Error(t('checks.unknown', { id: checkId }));
    return check;
  });
  if (error && !value) return <LoadError what={t('checks.theCheck')} error={error} onRetry={reload} />;
  if (!value) return <RowsSkeleton rows={8} label={t('checks.loadingOne')} />;
  const { met, applicable, unknown } = value;
  const facts = [
    t('checks.ofTopic', { topic: value.topic }),
    value.advice ? t('checks.advice') : t('checks.ofSeverity', { severity: t(`marks.severity.${value.severity}`) }),
    t('checks.since', { version: value.since }),
  ];
  return (
    <PageRoot>
      <Paper component="article" className={classes.root} aria-label={value.title}>
        <Link to={checksRoute()}>{t('checks.all')}</Link>
        <h1 className={classes.title}>{value.title}</h1>
        <Typography variant="body2" color="textSecondary" component="div">
          <code>{value.id}</code> · {facts.join(' · ')}
        </Typography>
        <div className={classes.rate}>
          <ShareBar part={partOf(value)} width={120} />
          <strong>{format.percent(partOf(value))}</strong>
          {t('checks.pass', { met, count: applicable })}
          {unknown > 0 && `, ${t('marks.cannotBeJudged', { unknown })}`}
        </div>
        <h2>{t('checks.why')}</h2>
        <MarkdownContent content={value.why} />
        <h2>{t('checks.appliesWhen')}</h2>
        <MarkdownContent content={value.appliesWhen} />
        <h2>{t('checks.remediation')}</h2>
        <MarkdownContent content={value.remediation} />
        <h2>{t('checks.reads')}</h2>
        <p>{value.reads.length > 0 ? format.list(value.reads) : t('checks.readsWorkload')}</p>
        <h2>{t('checks.references')}</h2>
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
