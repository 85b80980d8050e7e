// Each Secret has a declared source, from which it can be made again and rotated.
import type { Evidence } from '@maturity-roadmap/engine';
import { notApplicable, pass, unknown, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { referencesOf } from '../references';
import { declaringObject, makerOf } from '../secretSources';

export const secretSourceManaged = defineCheck({
  id: 'secret-source-managed',
  topic: 'configmap-secret',
  severity: 'low',
  advice: true,
  since: '1.0',
  title: 'Secrets come from a declared source',
  why: 'A Secret that someone once created by hand can’t be made again when a namespace is lost, and nobody rotates it. What is declared can be reviewed, renewed and moved.',
  remediation:
    'Declare the Secret by an ExternalSecret, a SealedSecret, a cert-manager Certificate, a SecretProviderClass, or encrypted in Git by SOPS and Flux.',
  appliesWhen: 'The pods refer to a Secret.',
  references: [
    'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    'https://external-secrets.io/latest/introduction/overview/',
  ],
  reads: ['*/*/CustomResource', 'cert-manager.io/v1/Certificate', 'v1/Secret'],
  evaluate(workload, index) {
    const references = referencesOf(workload).filter(({ kind, optional }) => kind === 'Secret' && !optional);
    if (references.length === 0) return notApplicable('it refers to no Secret');
    const canSee = index.state('v1/Secret').state === 'synced';
    const undeclared = references.filter(({ name }) => !declaringObject(name, workload.namespace, index));
    const names = (some: typeof references) => [...new Set(some.map(({ name }) => name))].join(', ');
    if (undeclared.length === 0) return pass(`declared: ${names(references)}`);
    if (!canSee)
      return unknown('notReadable', `metadata of Secrets is not read, which would tell who made ${names(undeclared)}`);
    const orphans = undeclared.filter(({ name }) => {
      const secret = index.get('v1/Secret', workload.namespace, name);
      return !secret || !makerOf(secret);
    });
    const [first, ...more] = orphans.map(({ name, path }): Evidence => ({
      object: workload.ref,
      path,
      observed: `Secret ${name}`,
      expected: 'a Secret with an owner or a declared source',
    }));
    if (first) return warn(`nothing declares where ${names(orphans)} comes from`, first, ...more);
    return pass(`made by their owners: ${names(references)}`);
  },
});
