// A PodDisruptionBudget selects the pods, so that a drain takes them one after the other.
import { budgetsOf, fail, notApplicable, pass, steadyReplicas, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { missingBudget } from '../missingBudget';

export const workloadPdbPresent = defineCheck({
  id: 'workload-pdb-present',
  topic: 'deployment',
  severity: 'medium',
  since: '1.0',
  title: 'A PodDisruptionBudget selects the pods',
  why: 'Without a budget a drain may evict all replicas at the same moment, when several of them share a node or several nodes are upgraded at once.',
  remediation:
    'Create a PodDisruptionBudget of `policy/v1` in the namespace with `maxUnavailable: 1` and a selector that matches the labels of the pods.',
  appliesWhen: 'The workload keeps at least two replicas.',
  references: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  reads: ['policy/v1/PodDisruptionBudget', 'autoscaling/v2/HorizontalPodAutoscaler', 'keda.sh/v1alpha1/ScaledObject'],
  evaluate(workload, index) {
    const steady = steadyReplicas(workload, index);
    if (!steady) return notApplicable(`a ${workload.kind} has no replicas that a budget could count`);
    if (steady.count < 2) return notApplicable('a single replica leaves a budget nothing to protect');
    const budgets = budgetsOf(workload, index);
    if (budgets.length > 0) {
      const evidence = budgets.map(one => {
        const selector = JSON.stringify(one.spec?.selector);
        const row = index.evidence(one, 'spec.selector', selector);
        // An empty selector is for every pod of the namespace.
        return selector === '{}' ? { ...row, inheritedFrom: index.ref(one) } : row;
      });
      return pass(
        `selected by PodDisruptionBudget ${budgets.map(({ metadata }) => metadata.name).join(', ')}`,
        ...evidence,
      );
    }
    const result = fail(`no PodDisruptionBudget selects its ${steady.count} pods`, {
      object: workload.ref,
      path: `${workload.podMetadataPath}.labels`,
      observed: JSON.stringify(workload.podLabels),
      expected: 'selected by a PodDisruptionBudget of the namespace',
    });
    return withFix(result, missingBudget(workload, index));
  },
});
