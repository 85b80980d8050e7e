// Generated from content/containers-and-orchestration by `yarn generate`: the outline of the roadmap and its topic ids.
import type { RoadmapOutline } from '@maturity-roadmap/engine';

/**
 * Id of a topic of the roadmap that the checks prove.
 *
 * @public
 */
export type TopicId =
  | 'dockerfile'
  | 'docker-commands'
  | 'docker-compose'
  | 'pod'
  | 'deployment'
  | 'service'
  | 'multi-stage-builds'
  | 'layer-caching'
  | 'image-scanning'
  | 'ingress'
  | 'configmap-secret'
  | 'statefulset'
  | 'helm'
  | 'describe-events'
  | 'logs'
  | 'exec'
  | 'operators-crds'
  | 'service-mesh'
  | 'network-policies'
  | 'hpa-vpa'
  | 'cluster-autoscaling'
  | 'affinity-taints'
  | 'rbac'
  | 'policy-enforcement'
  | 'pod-security-standards';

/**
 * The outline of the roadmap that comes with the product.
 *
 * @public
 */
export const defaultOutline: RoadmapOutline = {
  id: 'containers-and-orchestration',
  levels: [
    { id: 'junior', title: 'Junior', description: 'The basics are not complete yet. Every component begins here.' },
    {
      id: 'mid',
      title: 'Mid',
      description: 'The image is sound, and the pods start, answer and stop as Kubernetes expects.',
    },
    {
      id: 'senior',
      title: 'Senior',
      description:
        'The service is fit for production. It survives upgrades, and its failures can be explained from outside.',
    },
    {
      id: 'lead',
      title: 'Lead',
      description:
        'The service makes full use of the platform, from its scaling and placement to its least privileges.',
    },
  ],
  tiers: [
    {
      id: 'the-basics',
      title: 'The Basics',
      from: 'junior',
      to: 'mid',
      goal: 'Containerise an app and run it locally or on a simple orchestrator.',
      sections: [
        { id: 'docker', title: 'Docker', topics: ['dockerfile', 'docker-commands', 'docker-compose'] },
        { id: 'kubernetes-concepts', title: 'Kubernetes concepts', topics: ['pod', 'deployment', 'service'] },
      ],
    },
    {
      id: 'production-kubernetes',
      title: 'Production Kubernetes',
      from: 'mid',
      to: 'senior',
      goal: 'Run a production cluster, handle upgrades and troubleshoot.',
      sections: [
        {
          id: 'advanced-docker',
          title: 'Advanced Docker',
          topics: ['multi-stage-builds', 'layer-caching', 'image-scanning'],
        },
        {
          id: 'kubernetes-resources',
          title: 'Kubernetes resources',
          topics: ['ingress', 'configmap-secret', 'statefulset', 'helm'],
        },
        {
          id: 'troubleshooting',
          title: 'Troubleshooting: why is my pod crashing?',
          topics: ['describe-events', 'logs', 'exec'],
        },
      ],
    },
    {
      id: 'platform-engineering',
      title: 'Platform Engineering',
      from: 'senior',
      to: 'lead',
      goal: 'Build a platform on Kubernetes for other developers.',
      sections: [
        {
          id: 'advanced-orchestration',
          title: 'Advanced orchestration',
          topics: ['operators-crds', 'service-mesh', 'network-policies'],
        },
        {
          id: 'scaling-and-scheduling',
          title: 'Scaling and scheduling',
          topics: ['hpa-vpa', 'cluster-autoscaling', 'affinity-taints'],
        },
        { id: 'security', title: 'Security', topics: ['rbac', 'policy-enforcement', 'pod-security-standards'] },
      ],
    },
  ],
};

/**
 * Title of the roadmap that comes with the product.
 *
 * @public
 */
export const defaultTitle = 'Containers & Orchestration';

/**
 * Titles of its topics.
 *
 * @public
 */
export const topicTitles: Readonly<Record<TopicId, string>> = {
  dockerfile: 'Dockerfile',
  'docker-commands': 'docker build / run / ps / logs',
  'docker-compose': 'Docker Compose',
  pod: 'Pod',
  deployment: 'Deployment',
  service: 'Service',
  'multi-stage-builds': 'Multi-stage builds',
  'layer-caching': 'Layer caching',
  'image-scanning': 'Image scanning with Trivy',
  ingress: 'Ingress and Gateway API',
  'configmap-secret': 'ConfigMap and Secret',
  statefulset: 'StatefulSet',
  helm: 'Helm',
  'describe-events': 'kubectl describe pod: events',
  logs: 'kubectl logs',
  exec: 'kubectl exec',
  'operators-crds': 'Operators and CRDs',
  'service-mesh': 'Service mesh',
  'network-policies': 'Network policies',
  'hpa-vpa': 'HPA and VPA',
  'cluster-autoscaling': 'Cluster Autoscaler and Karpenter',
  'affinity-taints': 'Affinity and taints',
  rbac: 'RBAC',
  'policy-enforcement': 'OPA Gatekeeper and Kyverno',
  'pod-security-standards': 'Pod Security Standards',
};
