// Being in the mesh is not enough to call the workload: a policy lists who may.
import { notApplicable } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { enrolmentKinds, enrolmentOf } from '../enrolment';
import { istioAuthorizationKinds, judgeIstioAuthorization } from '../judgeIstioAuthorization';
import { judgeLinkerdAuthorization, linkerdAuthorizationKinds } from '../judgeLinkerdAuthorization';

export const meshAuthorization = defineCheck({
  id: 'mesh-authorization',
  topic: 'service-mesh',
  severity: 'medium',
  since: '1.0',
  revisions: [
    { since: '1.1', what: 'Pods are in Istio unless its label or annotation is false, and nothing else.' },
    { since: '1.1', what: 'A policy of Linkerd that asks nothing of callers lists nobody.' },
    { since: '1.1', what: 'A Service without a label keeps the waypoint of its namespace beside others with one.' },
  ],
  title: 'A policy of the mesh lists who may call the workload',
  why: 'Mutual TLS proves who calls; without a policy everyone who can prove anything is let in. A list of callers keeps a compromised pod of another team out.',
  remediation:
    'Istio: add an AuthorizationPolicy with action ALLOW that names the principals or namespaces of the callers. Linkerd: describe the port by a Server and allow its clients by an AuthorizationPolicy.',
  appliesWhen: 'The pods are in a service mesh.',
  references: [
    'https://istio.io/latest/docs/concepts/security/#authorization-policies',
    'https://linkerd.io/2/reference/authorization-policy/',
  ],
  reads: [...enrolmentKinds, ...istioAuthorizationKinds, ...linkerdAuthorizationKinds],
  evaluate(workload, index) {
    if (workload.podSpec.hostNetwork === true) return notApplicable("the pods use the node's network");
    const enrolment = enrolmentOf(workload, index);
    const { mode, namespace } = enrolment;
    if (!mode) return notApplicable('the pods are not in a service mesh');
    return mode === 'Linkerd'
      ? judgeLinkerdAuthorization(workload, namespace, index)
      : judgeIstioAuthorization(workload, enrolment, index);
  },
});
