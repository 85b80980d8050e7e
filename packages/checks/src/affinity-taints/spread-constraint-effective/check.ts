// Each term that asks for spreading counts the right pods by a label that nodes have, so it does what it says.
import { fail, fixTemplate, notApplicable, pass, warn, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { spreadTerms } from '../spreadTerms';
import { termDefect } from '../termDefects';

export const spreadConstraintEffective = defineCheck({
  id: 'spread-constraint-effective',
  topic: 'affinity-taints',
  severity: 'medium',
  since: '1.0',
  title: 'Spread constraints and anti-affinity select the right pods and nodes',
  why: 'A constraint without selector, or with that of another workload, counts nothing and spreads nothing, without any error. One that asks for more than the nodes can give leaves pods pending.',
  remediation:
    'Give each term the labels of the workload’s own pods and a topology key that nodes carry; let a rollout remove a pod first where required anti-affinity fills all nodes.',
  appliesWhen: 'The pod template has topology spread constraints or pod anti-affinity.',
  references: [
    'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
    'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity',
  ],
  reads: ['v1/Node', 'apps/v1/Deployment', 'apps/v1/StatefulSet', 'apps/v1/DaemonSet', 'argoproj.io/v1alpha1/Rollout'],
  evaluate(workload, index) {
    const terms = spreadTerms(workload);
    if (terms.length === 0) return notApplicable('it has neither spread constraints nor anti-affinity');
    const defects = terms.flatMap(term => {
      const defect = termDefect(term, workload, index);
      return defect ? [{ term, ...defect }] : [];
    });
    const [first, ...more] = defects.map(({ evidence }) => evidence);
    if (!first) {
      const seen = terms.map(({ path, topologyKey }) => ({ object: workload.ref, path, observed: topologyKey }));
      return pass(`${terms.length === 1 ? 'its term' : 'every term'} selects pods and nodes`, ...seen);
    }
    const reason = defects.map(({ what }) => what).join('; ');
    if (defects.every(({ mild }) => mild)) return warn(reason, first, ...more);
    const result = fail(reason, first, ...more);
    const own = (workload.object.spec as { selector?: object } | undefined)?.selector;
    if (!own || defects.some(({ wrongSelector }) => !wrongSelector)) return result;
    const fields = defects.map(({ term }) => [`${term.pointer}/labelSelector`, own] as const);
    return withFix(result, fixTemplate(workload, Object.fromEntries(fields)));
  },
});
