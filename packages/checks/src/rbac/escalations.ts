// Rights that lead to more rights than they say.
import type { RbacAccess, RbacGrant } from '@maturity-roadmap/engine';
import { isRuleNamed, ruleAllows, ruleAllowsEverything } from '@maturity-roadmap/engine';

interface Escalation {
  /** How it leads further, for people. */
  what: string;
  access: RbacAccess;
  /** Dangerous only where it holds in the whole cluster. */
  clusterWide?: boolean;
  /** Dangerous only where no names limit it. */
  unnamed?: boolean;
  /** Where names limit it, as large as what they name: dangerous if that is an administrator. */
  asNamed?: boolean;
}

const rbac = 'rbac.authorization.k8s.io';
const each = (verbs: string[], group: string, resource: string, what: string, clusterWide = false): Escalation[] =>
  verbs.map(verb => ({ what, access: { verb, group, resource }, clusterWide }));
const asLargeAsNamed = (one: Escalation): Escalation => ({ ...one, asNamed: true });
/** `*` is no wildcard among names, but whoever writes it means one. */
const administrators = new Set(['cluster-admin', 'system:masters', '*']);
const webhooks = ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'];
const workloads: [string, string][] = [
  ['', 'pods'],
  ['', 'replicationcontrollers'],
  ['apps', 'deployments'],
  ['apps', 'daemonsets'],
  ['apps', 'replicasets'],
  ['apps', 'statefulsets'],
  ['batch', 'jobs'],
  ['batch', 'cronjobs'],
];

/** See https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks */
const escalations: readonly Escalation[] = [
  ...['roles', 'clusterroles'].flatMap(resource => [
    ...each(['escalate'], rbac, resource, 'may write roles with rights it does not have'),
    ...each(['bind'], rbac, resource, 'may bind any role to itself').map(asLargeAsNamed),
  ]),
  ...['users', 'groups', 'serviceaccounts'].flatMap(resource =>
    each(['impersonate'], '', resource, 'may act as others').map(asLargeAsNamed),
  ),
  ...workloads.flatMap(([group, resource]) =>
    each(['create'], group, resource, 'may run pods with any service account of any namespace', true),
  ),
  // A template, or the image of a pod, can be changed later too; that of a Job is fixed.
  ...workloads
    .filter(([, resource]) => resource !== 'jobs')
    .flatMap(([group, resource]) =>
      each(['update', 'patch'], group, resource, 'may change what any pod of any namespace runs', true),
    )
    .map(one => ({ ...one, unnamed: true })),
  ...each(['create'], '', 'serviceaccounts/token', 'may make tokens of service accounts'),
  ...each(['get', 'create'], '', 'nodes/proxy', 'may reach every container through its node'),
  ...each(['update', 'patch'], 'certificates.k8s.io', 'certificatesigningrequests/approval', 'may sign certificates'),
  ...each(['approve', 'sign'], 'certificates.k8s.io', 'signers', 'may sign certificates').map(one => ({
    ...one,
    unnamed: true,
  })),
  ...webhooks.flatMap(resource =>
    each(
      ['create', 'update', 'patch'],
      'admissionregistration.k8s.io',
      resource,
      'may read and change what is admitted',
    ),
  ),
  ...each(['create'], '', 'persistentvolumes', 'may mount paths of nodes'),
];

/** A grant that leads to more rights, and how. */
export interface FoundEscalation {
  grant: RbacGrant;
  what: string;
}

const namesAdministrator = ({ rule }: RbacGrant) => (rule.resourceNames ?? []).some(name => administrators.has(name));

/**
 * The escalations among grants, each grant once. Rules for everything are left out: that is to be an administrator,
 * which another check says. Rules limited to names can't create; those that impersonate or bind are as large as whom or
 * what they name, which is how Kubernetes wants them to be limited.
 */
export function findEscalations(grants: readonly RbacGrant[]): FoundEscalation[] {
  return grants.flatMap(grant => {
    if (ruleAllowsEverything(grant.rule)) return [];
    const found = escalations.find(
      ({ access, clusterWide, unnamed, asNamed }) =>
        ruleAllows(grant.rule, access) &&
        !(clusterWide && grant.namespace) &&
        !(isRuleNamed(grant.rule) && (unnamed || access.verb === 'create')) &&
        !(isRuleNamed(grant.rule) && asNamed && !namesAdministrator(grant)),
    );
    return found ? [{ grant, what: found.what }] : [];
  });
}
