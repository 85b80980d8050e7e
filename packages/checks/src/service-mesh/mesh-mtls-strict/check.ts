// Who connects has proven who it is: the mesh refuses plaintext on every port of the workload.
import { notApplicable } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { enrolmentKinds, enrolmentOf } from '../enrolment';
import { istioMtlsKinds, judgeIstioMtls } from '../judgeIstioMtls';
import { judgeLinkerdMtls, linkerdMtlsKinds } from '../judgeLinkerdMtls';

export const meshMtlsStrict = defineCheck({
  id: 'mesh-mtls-strict',
  topic: 'service-mesh',
  severity: 'high',
  since: '1.0',
  revisions: [{ since: '1.1', what: 'Pods are in Istio unless its label or annotation is false, and nothing else.' }],
  title: 'The mesh refuses plaintext on all ports',
  why: 'Both Istio and Linkerd accept plaintext by default, so that pods can join one by one. Until that is switched off, any pod can reach the workload without an identity, and policies that name identities can be bypassed.',
  remediation:
    'Istio: set `mtls.mode: STRICT` in a PeerAuthentication for the namespace or the mesh, without exceptions by port. Linkerd: set the annotation `config.linkerd.io/default-inbound-policy` to `all-authenticated` or stricter.',
  appliesWhen: 'The pods are in a service mesh.',
  references: [
    'https://istio.io/latest/docs/reference/config/security/peer_authentication/',
    'https://linkerd.io/2/features/server-policy/',
  ],
  reads: [...enrolmentKinds, ...istioMtlsKinds, ...linkerdMtlsKinds],
  evaluate(workload, index) {
    if (workload.podSpec.hostNetwork === true) return notApplicable("the pods use the node's network");
    const { mode, namespace } = enrolmentOf(workload, index);
    if (!mode) return notApplicable('the pods are not in a service mesh');
    return mode === 'Linkerd' ? judgeLinkerdMtls(workload, namespace, index) : judgeIstioMtls(workload, index);
  },
});
