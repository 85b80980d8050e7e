// Generated from content/containers-and-orchestration by `yarn generate`: the outline of the roadmap and its topic ids.
import type { RoadmapOutline } from '@maturity-roadmap/engine';

/** @public */
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

/** @public */
export const defaultOutline: RoadmapOutline = {
  id: 'containers-and-orchestration',
  levels: [
    { id: 'junior', title: 'Junior' },
    { id: 'mid', title: 'Mid' },
    { id: 'senior', title: 'Senior' },
    { id: 'lead', title: 'Lead' },
  ],
  tiers: [
    {
      id: 'the-basics',
      title: 'The Basics',
      from: 'junior',
      to: 'mid',
      goal: '',
      sections: [
        { id: 'docker', title: 'Docker', topics: ['dockerfile', 'docker-commands', 'docker-compose'] },
        { id: 'k', title: 'Kubernetes concepts', topics: ['pod', 'deployment', 'service'] },
      ],
    },
    {
      id: 'production-kubernetes',
      title: 'Production Kubernetes',
      from: 'mid',
      to: 'senior',
      goal: '',
      sections: [
        {
          id: 'a',
          title: 'a',
          topics: [
            'multi-stage-builds',
            'layer-caching',
            'image-scanning',
            'ingress',
            'configmap-secret',
            'statefulset',
            'helm',
            'describe-events',
            'logs',
            'exec',
          ],
        },
      ],
    },
    {
      id: 'platform-engineering',
      title: 'Platform Engineering',
      from: 'senior',
      to: 'lead',
      goal: '',
      sections: [
        {
          id: 'b',
          title: 'b',
          topics: [
            'operators-crds',
            'service-mesh',
            'network-policies',
            'hpa-vpa',
            'cluster-autoscaling',
            'affinity-taints',
            'rbac',
            'policy-enforcement',
            'pod-security-standards',
          ],
        },
      ],
    },
  ],
};
/** @public */
export const defaultTitle = 'Containers & Orchestration';
/** @public */
export const topicTitles: Readonly<Record<TopicId, string>> = Object.fromEntries([]) as Record<TopicId, string>;
