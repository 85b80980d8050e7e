// Where there is a mesh, the pods are in it, and would be again after a restart: label and proxy agree.
import { defineCheck } from '../../defineCheck';
import { enrolmentKinds } from '../enrolment';
import { judgeEnrolment, meshKinds } from '../judgeEnrolment';

export const meshEnrolled = defineCheck({
  id: 'mesh-enrolled',
  topic: 'service-mesh',
  severity: 'high',
  since: '1.0',
  revisions: [{ since: '1.1', what: 'Pods are in Istio unless its label or annotation is false, and nothing else.' }],
  title: 'All pods are in the service mesh',
  why: 'A pod outside of the mesh has no identity, no encryption and no traffic policy, and nothing warns about it. Pods created before the label was set stay outside until they are restarted.',
  remediation:
    'Label the namespace (`istio-injection=enabled`, `istio.io/rev=<revision>` or `istio.io/dataplane-mode=ambient`) or annotate it (`linkerd.io/inject: enabled`), remove what opts the pods out, and restart the workload.',
  appliesWhen: "A service mesh is installed, and the pods do not use the node's network.",
  references: [
    'https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/',
    'https://istio.io/latest/docs/ambient/usage/add-workloads/',
    'https://linkerd.io/2/features/proxy-injection/',
  ],
  reads: [...enrolmentKinds, ...meshKinds],
  evaluate: judgeEnrolment,
});
