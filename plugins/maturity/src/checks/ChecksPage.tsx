// The catalogue of checks: what each asserts, how heavy it is, how many services pass.
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { CheckList } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { maturityApiRef } from '../api/MaturityApi';
import { useLoad } from '../hooks/useLoad';
import { useSearchParam } from '../hooks/useSearchParam';
import { SharePart } from '../marks/SharePart';
import { checkRouteRef } from '../routes';
import { FilterButtons } from '../states/FilterButtons';
import { LoadError } from '../states/LoadError';
import { PageRoot } from '../states/PageRoot';
import { RowHead } from '../states/RowHead';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { SearchField } from '../states/SearchField';
import { Section } from '../states/Section';
import { partOf } from '../theme/format';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { CheckTopicLink } from './CheckTopicLink';

type Item = CheckList['items'][number];

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' },
  scroll: { overflowX: 'auto' },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  empty: { padding: 16 },
});

const weights = ['critical', 'high', 'medium', 'low', 'advice'] as const;
const weightOf = (check: Item) => (check.advice ? 'advice' : check.severity);

function matches(check: Item, text: string, weight: string): boolean {
  if (weight !== 'all' && weightOf(check) !== weight) return false;
  return `${check.id} ${check.title} ${check.topicTitle} ${check.why}`.toLowerCase().includes(text.toLowerCase());
}

/** Search and filter stand in the URL. */
export function ChecksPage() {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const api = useApi(maturityApiRef);
  const checkRoute = useRouteRef(checkRouteRef);
  const { value, error, reload } = useLoad('checks', signal => api.getChecks(signal));
  const [, setParameters] = useSearchParams();
  const [text, setText] = useSearchParam('q');
  const [weight, setWeight] = useSearchParam('severity', 'all');
  if (error && !value) return <LoadError what={t('checks.theChecks')} error={error} onRetry={reload} />;
  if (!value) return <RowsSkeleton rows={12} label={t('checks.loading')} />;
  const shown = value.items.filter(check => matches(check, text, weight));
  const options = [
    { value: 'all', label: t('states.all'), count: value.items.length },
    ...weights.map(one => ({
      value: one,
      label: t(`marks.severity.${one}`),
      count: value.items.filter(item => weightOf(item) === one).length,
    })),
  ];
  return (
    <PageRoot title={t('shell.checks')}>
      <Section
        title={t('checks.title')}
        subtitle={t('checks.subtitle', { shown: shown.length, all: value.items.length })}
        actions={
          <div className={classes.actions}>
            <FilterButtons label={t('checks.severity')} options={options} value={weight} onChange={setWeight} />
            <SearchField label={t('checks.find')} value={text} onChange={setText} />
          </div>
        }
      >
        <div className={classes.scroll}>
          <Table size="small" aria-label={t('checks.title')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('checks.asserted')}</TableCell>
                <TableCell>{t('checks.id')}</TableCell>
                <TableCell>{t('checks.topic')}</TableCell>
                <TableCell>{t('checks.severity')}</TableCell>
                <TableCell>{t('checks.passRate')}</TableCell>
                <TableCell align="right">{t('checks.services')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {shown.map(check => (
                <TableRow key={check.id}>
                  <RowHead>
                    <Link to={checkRoute({ checkId: check.id })}>{check.title}</Link>
                  </RowHead>
                  <TableCell>
                    <code>{check.id}</code>
                  </TableCell>
                  <TableCell>
                    <CheckTopicLink check={check} />
                  </TableCell>
                  <TableCell>{t(`marks.severity.${weightOf(check)}`)}</TableCell>
                  <TableCell className={classes.number}>
                    <SharePart part={partOf(check)} />
                  </TableCell>
                  <TableCell align="right" className={classes.number}>
                    {format.share(check)}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
        {shown.length === 0 && (
          <Typography className={classes.empty} variant="body2">
            {t('checks.none')}{' '}
            <Button
              size="small"
              // Both at once: of two changes of the URL in one go, the router would keep the last.
              onClick={() => setParameters({}, { replace: true })}
            >
              {t('states.showAll')}
            </Button>
          </Typography>
        )}
      </Section>
    </PageRoot>
  );
}
