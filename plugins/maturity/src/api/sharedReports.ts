// Lets the cards and the badge on one page ask for a component's report once between them.
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { MaturityApi } from './MaturityApi';

/** Milliseconds for which an answer serves others that are shown with the first. */
const kept = 5_000;

const asked = new WeakMap<MaturityApi, Map<string, Promise<ReportView>>>();

/**
 * The report of a component, shared by all who ask within five seconds. It is for summaries: the Maturity tab asks by
 * itself, so that it never shows an old answer. A failure is not kept.
 */
export function sharedReport(api: MaturityApi, entity: CompoundEntityRef): Promise<ReportView> {
  const reports = asked.get(api) ?? new Map<string, Promise<ReportView>>();
  asked.set(api, reports);
  const key = stringifyEntityRef(entity);
  const known = reports.get(key);
  if (known) return known;
  // Whoever asks first may go away before the others have their answer, so nobody can abort it.
  const report = api.getReport(entity);
  reports.set(key, report);
  const forget = () => reports.delete(key);
  report.then(() => setTimeout(forget, kept), forget);
  return report;
}
