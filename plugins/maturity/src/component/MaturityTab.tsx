// The Maturity tab of a component: where it stands, what stops it, and the evidence for each verdict.
import { getCompoundEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { maturityApiRef } from '../api/MaturityApi';
import { useLiveReload } from '../hooks/useLiveReload';
import { useLoad } from '../hooks/useLoad';
import { useSearchParam } from '../hooks/useSearchParam';
import { LoadError } from '../states/LoadError';
import { PageRoot } from '../states/PageRoot';
import { useTexts } from '../translation/useTexts';
import { BlockersCard } from './BlockersCard';
import { ChangesCard } from './ChangesCard';
import { DiagnosisSection } from './diagnosis/DiagnosisSection';
import { EvidenceDrawer } from './EvidenceDrawer';
import { NotMappedCard } from './NotMappedCard';
import { StandingCard } from './StandingCard';
import { StaleNote } from './StaleNote';
import { TabSkeleton } from './TabSkeleton';
import { TopicsCard } from './TopicsCard';
import { useRecheck } from './useRecheck';

/** Needs an entity around it. The open verdict stands in the URL as `?verdict=<check-id>`. */
export function MaturityTab() {
  const api = useApi(maturityApiRef);
  const t = useTexts();
  const ref = getCompoundEntityRef(useEntity().entity);
  const key = `${ref.kind}:${ref.namespace}/${ref.name}`;
  const { value: view, error, reload, replace } = useLoad(key, signal => api.getReport(ref, signal));
  useLiveReload(key.toLocaleLowerCase('en-US'), reload);
  const [open, setOpen] = useSearchParam('verdict');
  const recheck = useRecheck(ref, replace);

  if (error && !view) return <LoadError what={t('component.theReport')} error={error} onRetry={reload} />;
  if (!view) return <TabSkeleton label={t('component.loading')} />;
  return (
    <PageRoot paperTitle={view.component.title}>
      {recheck.error && <LoadError what={t('component.aNewReport')} error={recheck.error} onRetry={recheck.run} />}
      <StaleNote sources={view.sources} />
      <DiagnosisSection view={view} recheck={recheck} />
      <StandingCard view={view} recheck={recheck} />
      {view.report.workloads.length === 0 && <NotMappedCard view={view} recheck={recheck} />}
      <BlockersCard view={view} open={open} onOpen={setOpen} />
      <ChangesCard view={view} onOpen={setOpen} />
      <TopicsCard view={view} onOpen={setOpen} />
      <EvidenceDrawer view={view} check={open} onOpen={setOpen} recheck={recheck} />
    </PageRoot>
  );
}
