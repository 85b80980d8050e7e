// Pods of the made-up fleet: a template with what teams write, and what runs of it.

/** A probe with the defaults that an API server writes into it. */
const probe = (path: string, periodSeconds: number) => ({
  httpGet: { path, port: 'http', scheme: 'HTTP' },
  timeoutSeconds: 1,
  periodSeconds,
  successThreshold: 1,
  failureThreshold: 3,
});

/** The pod template of a component. A few lack what good ones have, so that checks take all their paths. */
export function podTemplate(at: number, name: string) {
  const isCareless = at % 13 === 0;
  return {
    metadata: {
      labels: {
        app: name,
        'app.kubernetes.io/name': name,
        'app.kubernetes.io/version': `1.${at % 40}.0`,
        'backstage.io/kubernetes-id': name,
      },
      annotations: { 'checksum/config': '5f2c' },
    },
    spec: {
      serviceAccountName: name,
      automountServiceAccountToken: false,
      securityContext: isCareless ? {} : { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: 'topology.kubernetes.io/zone',
          whenUnsatisfiable: 'ScheduleAnyway',
          labelSelector: { matchLabels: { app: name } },
        },
      ],
      containers: [
        {
          name,
          terminationMessagePath: '/dev/termination-log',
          terminationMessagePolicy: 'File',
          imagePullPolicy: 'IfNotPresent',
          image: isCareless ? `registry.example.com/shop/${name}` : `registry.example.com/shop/${name}:1.${at % 40}.0`,
          ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
          env: Array.from({ length: 8 }, (_, position) => ({ name: `OPTION_${position}`, value: `value-${position}` })),
          envFrom: [{ configMapRef: { name } }],
          resources: {
            requests: { cpu: '100m', memory: '128Mi' },
            ...(isCareless ? {} : { limits: { memory: '256Mi' } }),
          },
          readinessProbe: probe('/ready', 5),
          livenessProbe: probe('/alive', 10),
          lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } },
          securityContext: isCareless
            ? {}
            : { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
          volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
        },
      ],
      volumes: [{ name: 'tmp', emptyDir: {} }],
      dnsPolicy: 'ClusterFirst',
      restartPolicy: 'Always',
      schedulerName: 'default-scheduler',
      terminationGracePeriodSeconds: 30,
    },
  };
}

/** A running pod, with the defaults and the status that a cluster adds. */
export function podOf(at: number, name: string, namespace: string, nodeName: string, replica: number) {
  const { spec } = podTemplate(at, name);
  const lastTransitionTime = '2026-05-20T08:00:20Z';
  const condition = (type: string) => ({ type, status: 'True', lastProbeTime: null, lastTransitionTime });
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace },
    spec: {
      ...spec,
      nodeName,
      priority: 0,
      enableServiceLinks: true,
      preemptionPolicy: 'PreemptLowerPriority',
      tolerations: ['not-ready', 'unreachable'].map(taint => ({
        key: `node.kubernetes.io/${taint}`,
        operator: 'Exists',
        effect: 'NoExecute',
        tolerationSeconds: 300,
      })),
    },
    status: {
      phase: 'Running',
      podIPs: [{ ip: `10.${at % 250}.${Math.floor(at / 250) % 250}.${replica + 2}` }],
      hostIPs: [{ ip: '192.168.0.1' }],
      podIP: `10.${at % 250}.${Math.floor(at / 250) % 250}.${replica + 2}`,
      hostIP: '192.168.0.1',
      qosClass: 'Burstable',
      startTime: '2026-05-20T08:00:00Z',
      conditions: ['PodScheduled', 'Initialized', 'ContainersReady', 'Ready'].map(condition),
      containerStatuses: [
        {
          name,
          ready: true,
          restartCount: at % 29 === 0 ? 2 : 0,
          image: spec.containers[0].image,
          imageID: `registry.example.com/shop/${name}@sha256:${'ab12'.repeat(16)}`,
          state: { running: { startedAt: '2026-05-20T08:00:10Z' } },
          lastState: {},
          started: true,
          containerID: `containerd://${'3f9c'.repeat(16)}`,
        },
      ],
    },
  };
}
