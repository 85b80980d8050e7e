// The selector of a controller means its own pods and no others.
import type { Evidence } from '@maturity-roadmap/engine';
import { failIfAny, fixTemplate, notApplicable, pass, pointerKey, selects, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { neighboursOf, selectingKinds, selectorOf } from '../selectors';

export const selectorExclusive = defineCheck({
  id: 'selector-exclusive',
  topic: 'deployment',
  severity: 'high',
  since: '1.0',
  title: 'The selector matches the own pods only',
  why: 'Two controllers whose selectors overlap take each other’s pods for theirs. What then happens is undefined: they scale against each other, and a rollout of one may delete pods of the other.',
  remediation:
    'Give each controller a label that only its pods carry, in `spec.selector.matchLabels` and in the template. A selector can’t be changed: create the controller anew.',
  appliesWhen: 'The workload is a Deployment, StatefulSet, DaemonSet or Rollout.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector'],
  reads: [...selectingKinds],
  evaluate(workload, index) {
    const selector = selectorOf(workload.object);
    if (workload.runsToCompletion || workload.kind === 'Pod')
      return notApplicable(`a ${workload.kind} writes no selector of its own`);
    // The API refuses a controller without; in a manifest some leave it to be filled in.
    if (!selector) return notApplicable('it has no selector to compare');
    const row = (observed: string, expected: string): Evidence => ({
      object: workload.ref,
      path: 'spec.selector',
      observed,
      expected,
    });
    const text = () => JSON.stringify(selector);
    const isOwn = selects(selector, workload.podLabels, 'nothing');
    const own = isOwn ? [] : [row(text(), JSON.stringify(workload.podLabels))];
    // A selector can't be changed once applied, the labels of the template can.
    const pointer = `${workload.podMetadataPointer}/labels`;
    const labels = () =>
      Object.entries(selector.matchLabels ?? {}).map(
        ([key, value]) => [`${pointer}/${pointerKey(key)}`, value] as const,
      );
    const isByLabels = !isOwn && (selector.matchExpressions ?? []).length === 0;
    const fix = isByLabels ? fixTemplate(workload, Object.fromEntries(labels())) : undefined;
    const result = failIfAny(own, 'its selector does not match its own template', () => {
      const taken = neighboursOf(workload, index).filter(({ podLabels }) => selects(selector, podLabels, 'nothing'));
      const names = taken.map(({ kind, name }) => `${kind} ${name}`).join(', ');
      const rows = taken.map(({ ref, podMetadataPath, podLabels }) => ({
        object: ref,
        path: `${podMetadataPath}.labels`,
        observed: JSON.stringify(podLabels),
        expected: `not matched by ${text()}`,
      }));
      return failIfAny(rows, `its selector also matches the pods of ${names}`, () =>
        pass('it matches its own pods only'),
      );
    });
    return withFix(result, fix);
  },
});
