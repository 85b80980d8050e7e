// Whoever is called at night finds the right pods and container at once, and the last words of a crash in its status.
import { fail, fixTemplate, pass, warn, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { debugGaps } from '../debugGaps';

export const debugReady = defineCheck({
  id: 'debug-ready',
  topic: 'exec',
  severity: 'low',
  advice: true,
  since: '1.0',
  title: 'Pods are easy to find and to debug',
  why: 'Standard labels let anyone select the pods and see their version. Named ports, a default container and logs in the termination message save the minutes that count in an incident.',
  remediation:
    'Label the pod template with `app.kubernetes.io/name` and `app.kubernetes.io/version`, name the ports, set `kubectl.kubernetes.io/default-container` where there are several containers, use `terminationMessagePolicy: FallbackToLogsOnError` and log to standard output.',
  appliesWhen: 'always',
  references: [
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
    'https://kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/',
    'https://kubernetes.io/docs/reference/labels-annotations-taints/#kubectl-kubernetes-io-default-container',
    'https://kubernetes.io/docs/concepts/cluster-administration/logging/',
  ],
  reads: [],
  evaluate(workload) {
    const gaps = debugGaps(workload);
    const [first, ...more] = gaps.map(({ path, observed, expected }) => ({
      object: workload.ref,
      path,
      observed,
      expected,
    }));
    if (!first) return pass('labelled, with named ports and a default container, and logs to standard output');
    const reason = gaps.map(({ what }) => what).join('; ');
    const isFindable = gaps.every(({ hidesPods }) => !hidesPods);
    const result = isFindable ? warn(reason, first, ...more) : fail(reason, first, ...more);
    const fields = gaps.flatMap(({ mended }) => (mended ? [mended] : []));
    return withFix(result, fields.length === gaps.length ? fixTemplate(workload, fields) : undefined);
  },
});
