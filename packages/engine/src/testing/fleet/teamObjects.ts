// What a team of the made-up fleet writes for a component.
import type { KubernetesObject } from '../../model';
import { podTemplate } from './podObjects';

/** The manifests of one component. */
export function teamObjects(at: number, name: string, namespace: string, uid: string): KubernetesObject[] {
  const labels = { app: name, 'backstage.io/kubernetes-id': name, 'app.kubernetes.io/managed-by': 'Helm' };
  const annotations = { 'meta.helm.sh/release-name': name, 'meta.helm.sh/release-namespace': namespace };
  const metadata = { name, namespace, labels, annotations };
  const selector = { matchLabels: { app: name } };
  const rbac = 'rbac.authorization.k8s.io';
  const make = (apiVersion: string, kind: string, more: object): KubernetesObject => ({
    apiVersion,
    kind,
    metadata,
    ...more,
  });
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        ...metadata,
        uid,
        generation: 2,
        annotations: { ...annotations, 'deployment.kubernetes.io/revision': '2' },
      },
      spec: { replicas: 3, selector, template: podTemplate(at, name), revisionHistoryLimit: 10 },
      status: {
        observedGeneration: 2,
        replicas: 3,
        updatedReplicas: 3,
        readyReplicas: 3,
        availableReplicas: 3,
        conditions: [
          { type: 'Available', status: 'True', reason: 'MinimumReplicasAvailable' },
          { type: 'Progressing', status: 'True', reason: 'NewReplicaSetAvailable' },
        ],
      },
    } as KubernetesObject,
    make('v1', 'Service', {
      spec: { selector: { app: name }, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
    }),
    make('autoscaling/v2', 'HorizontalPodAutoscaler', {
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        minReplicas: 2,
        maxReplicas: 6,
        metrics: [
          { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } },
        ],
      },
      status: {
        currentReplicas: 3,
        desiredReplicas: 3,
        conditions: ['AbleToScale', 'ScalingActive'].map(type => ({ type, status: 'True' })),
      },
    }),
    make('policy/v1', 'PodDisruptionBudget', { spec: { maxUnavailable: 1, selector } }),
    make('networking.k8s.io/v1', 'NetworkPolicy', {
      spec: {
        podSelector: selector,
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 'http' }] }],
        egress: [
          {
            to: [{ namespaceSelector: {} }],
            ports: [53, 8080].map(port => ({ port, protocol: port === 53 ? 'UDP' : 'TCP' })),
          },
        ],
      },
    }),
    make('networking.k8s.io/v1', 'Ingress', {
      spec: {
        ingressClassName: 'traefik',
        tls: [{ hosts: [`${name}.example.com`], secretName: `${name}-tls` }],
        rules: [
          {
            host: `${name}.example.com`,
            http: {
              paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name, port: { name: 'http' } } } }],
            },
          },
        ],
      },
    }),
    make('v1', 'ConfigMap', {
      data: Object.fromEntries(
        Array.from({ length: 12 }, (_, position) => [`KEY_${position}`, `text of option ${position}`]),
      ),
    }),
    make('v1', 'ServiceAccount', { automountServiceAccountToken: false }),
    make(`${rbac}/v1`, 'Role', { rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }] }),
    make(`${rbac}/v1`, 'RoleBinding', {
      roleRef: { apiGroup: rbac, kind: 'Role', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    }),
    make('v1', 'PersistentVolumeClaim', {
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      status: { phase: 'Bound' },
    }),
    ...(at % 3 === 0 ? [warningEvent(name, namespace, uid)] : []),
  ];
}

function warningEvent(name: string, namespace: string, uid: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `${name}.17a`, namespace },
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    involvedObject: { apiVersion: 'apps/v1', kind: 'Deployment', name, namespace, uid },
    lastTimestamp: '2026-06-01T11:40:00Z',
    count: 1,
  } as KubernetesObject;
}
