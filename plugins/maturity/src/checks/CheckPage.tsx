// A check: what it asserts and why, how many pass and who does not, examples, what it needs, how to set it, its history.
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useParams } from 'react-router-dom';
import { maturityApiRef } from '../api/MaturityApi';
import { useLoad } from '../hooks/useLoad';
import { useSearchParam } from '../hooks/useSearchParam';
import { checksRouteRef } from '../routes';
import { column, columns } from '../states/columnStyles';
import { LoadError } from '../states/LoadError';
import { PageRoot } from '../states/PageRoot';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { useTexts } from '../translation/useTexts';
import { CheckComponentsCard } from './CheckComponentsCard';
import { CheckExamples } from './CheckExamples';
import { CheckHeading } from './CheckHeading';
import { CheckHistory } from './CheckHistory';
import { CheckNeeds } from './CheckNeeds';
import { CheckProse } from './CheckProse';
import { CheckSettings } from './CheckSettings';

/** Components a page. */
const pageSize = 20;

const useStyles = makeStyles({
  columns: columns('minmax(0, 1fr) minmax(0, 480px)'),
  column,
});

/** The route names the check; which components are listed stands in the URL. */
export function CheckPage() {
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(maturityApiRef);
  const checksRoute = useRouteRef(checksRouteRef);
  const { checkId = '' } = useParams();
  const [verdict, setVerdict] = useSearchParam('verdict', 'missed');
  const [pages, setPages] = useSearchParam('pages', '1');
  const limit = pageSize * Math.min(5, Math.max(1, Math.trunc(Number(pages)) || 1));
  const check = useLoad(`check/${checkId}`, signal => api.getCheck(checkId, signal));
  const components = useLoad(
    `check/${checkId}/${verdict}/${limit}`,
    signal => api.getCheckComponents(checkId, { verdict: verdict as 'missed', limit }, signal),
    `check/${checkId}`,
  );
  const { value, error, reload } = check;
  if (error && !value) {
    return (
      <LoadError what={t('checks.theCheck')} error={error} onRetry={reload}>
        <Link to={checksRoute()}>{t('checks.all')}</Link>
      </LoadError>
    );
  }
  if (!value) return <RowsSkeleton rows={10} label={t('checks.loadingOne')} />;
  return (
    <PageRoot title={value.title} hasHeading>
      <CheckHeading check={value} onShow={setVerdict} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <CheckProse check={value} />
          <CheckExamples check={value} />
        </div>
        <div className={classes.column}>
          <CheckNeeds check={value} />
          <CheckSettings check={value} />
          <CheckHistory check={value} />
        </div>
      </div>
      <CheckComponentsCard
        check={value}
        components={components}
        verdict={verdict}
        onVerdict={setVerdict}
        onMore={() => setPages(String(Number(pages) + 1))}
      />
    </PageRoot>
  );
}
