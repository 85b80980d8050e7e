// How the plugin's own work goes: what is missing, every environment kind by kind, and the repositories.
import { useApi } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { maturityApiRef } from '../api/MaturityApi';
import { useLoad } from '../hooks/useLoad';
import { usePolling } from '../hooks/usePolling';
import { useSearchParam } from '../hooks/useSearchParam';
import { CopyableCode } from '../states/CopyableCode';
import { FilterButtons } from '../states/FilterButtons';
import { LoadError } from '../states/LoadError';
import { PageRoot } from '../states/PageRoot';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { Section } from '../states/Section';
import { useTexts } from '../translation/useTexts';
import { EnvironmentCard } from './EnvironmentCard';
import { RepositoriesCard } from './RepositoriesCard';
import { isTroubled } from './standing';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', gap: 16, alignItems: 'center', justifyContent: 'space-between' },
  body: { padding: 16 },
});

/** Milliseconds between two looks; keepers tell of their work as often. */
const lookEvery = 10_000;

/** What needs attention comes first. Which kinds are shown stands in the URL. */
export function AdminPage() {
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(maturityApiRef);
  const { value, error, reload } = useLoad('admin', signal => api.getAdminState(signal));
  const [kinds, setKinds] = useSearchParam('kinds', 'attention');
  usePolling(lookEvery, reload);
  if (error && !value) return <LoadError what={t('admin.theState')} error={error} onRetry={reload} />;
  if (!value) return <RowsSkeleton rows={8} label={t('admin.loading')} />;
  const { environments, repositories, clusterRole } = value;
  const troubled = environments.filter(isTroubled);
  const calm = environments.filter(one => !isTroubled(one));
  const attention = troubled.length > 0 ? t('admin.attention', { count: troubled.length }) : t('admin.allWell');
  return (
    <PageRoot title={t('shell.admin')}>
      <div className={classes.head}>
        <Typography variant="body2" color="textSecondary">
          {environments.length > 0
            ? t('admin.summary', { environments: t('admin.environments', { count: environments.length }), attention })
            : t('admin.none')}
        </Typography>
        <FilterButtons
          label={t('admin.kinds')}
          options={[
            { value: 'attention', label: t('admin.needAttention') },
            { value: 'all', label: t('admin.allKinds') },
          ]}
          value={kinds}
          onChange={setKinds}
        />
      </div>
      {clusterRole && (
        <Section title={t('admin.missing.title')} subtitle={t('admin.missing.subtitle')}>
          <div className={classes.body}>
            <Typography variant="body2">{t('admin.missing.explain')}</Typography>
            <CopyableCode text={clusterRole} />
          </div>
        </Section>
      )}
      {[...troubled, ...calm].map(one => (
        <EnvironmentCard key={one.environment} environment={one} showAll={kinds === 'all'} />
      ))}
      <RepositoriesCard repositories={repositories} />
    </PageRoot>
  );
}
