// A change of configuration reaches the pods: they are rolled out anew where they would not see it otherwise.
import type { Evidence } from '@maturity-roadmap/engine';
import { notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { frozenReferences, hasHashedName, rolloutTrigger } from '../frozen';

export const configChangeRollsOut = defineCheck({
  id: 'config-change-rolls-out',
  topic: 'configmap-secret',
  severity: 'low',
  advice: true,
  since: '1.0',
  title: 'A change of configuration starts a rollout',
  why: 'Environment variables and single files of a volume are read once, at the start. After a change old and new pods differ, and the new value shows only when one of them restarts by chance.',
  remediation:
    'Put a checksum of the configuration into an annotation of the pod template, let Kustomize generate the name, use a reloader, or make the object `immutable` and name each version anew.',
  appliesWhen: 'Pods take a ConfigMap or Secret as environment variables or by `subPath`.',
  references: [
    'https://kubernetes.io/docs/concepts/configuration/configmap/#mounted-configmaps-are-updated-automatically',
    'https://helm.sh/docs/howto/charts_tips_and_tricks/#automatically-roll-deployments',
  ],
  reads: ['v1/ConfigMap'],
  evaluate(workload, index) {
    const frozen = frozenReferences(workload);
    if (frozen.length === 0) return notApplicable('it takes no configuration that a running pod would not see change');
    const trigger = rolloutTrigger(workload);
    if (trigger) return pass(`annotation ${trigger} changes with the configuration`);
    const isImmutable = ({ kind, name }: (typeof frozen)[number]) =>
      kind === 'ConfigMap' && index.get('v1/ConfigMap', workload.namespace, name)?.immutable === true;
    const open = frozen.filter(one => !hasHashedName(one) && !isImmutable(one));
    const rows = open.map(({ kind, name, path }): Evidence => ({
      object: workload.ref,
      path,
      observed: `${kind} ${name}`,
      expected: 'a checksum annotation, a generated name or an immutable object',
    }));
    const [first, ...more] = rows;
    const names = [...new Set(rows.map(({ observed }) => observed))].join(', ');
    if (first) return warn(`running pods do not see a change of ${names}`, first, ...more);
    return pass('what it takes as variables has a new name with each change');
  },
});
