// Kinds of the tools that deliver workloads: Argo CD, Argo Rollouts, Flux, cert-manager.
import type { PodTemplateSpec } from 'kubernetes-types/core/v1';
import type { LabelSelector } from 'kubernetes-types/meta/v1';
import type { Condition, CustomObject } from '../objects';

/** See https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml @public */
export type ArgoApplication = CustomObject<
  {
    source?: ArgoSource;
    sources?: ArgoSource[];
    destination?: { server?: string; name?: string; namespace?: string };
    syncPolicy?: { automated?: { prune?: boolean; selfHeal?: boolean } };
  },
  { sync?: { status?: string; revision?: string }; health?: { status?: string } }
>;

/** @public */
export interface ArgoSource {
  repoURL: string;
  chart?: string;
  path?: string;
  targetRevision?: string;
  helm?: Record<string, unknown>;
}

/** See https://argo-rollouts.readthedocs.io/en/stable/features/specification/ @public */
export type Rollout = CustomObject<
  {
    replicas?: number;
    selector?: LabelSelector;
    template?: PodTemplateSpec;
    /** The template may be borrowed from a Deployment instead of written here. */
    workloadRef?: { apiVersion: string; kind: string; name: string };
    minReadySeconds?: number;
    strategy?: Record<string, unknown>;
  },
  {
    replicas?: number;
    updatedReplicas?: number;
    readyReplicas?: number;
    availableReplicas?: number;
    observedGeneration?: string | number;
    phase?: string;
    conditions?: Condition[];
  }
>;

/** HelmRelease and Kustomization of Flux share what we read. See https://fluxcd.io/flux/components/ @public */
export type FluxObject = CustomObject<
  { suspend?: boolean; chart?: { spec?: { chart?: string } }; path?: string },
  { conditions?: Condition[]; observedGeneration?: number; lastAppliedRevision?: string }
>;

/** See https://cert-manager.io/docs/reference/api-docs/#cert-manager.io/v1.Certificate @public */
export type Certificate = CustomObject<
  { secretName: string; dnsNames?: string[]; commonName?: string },
  { conditions?: Condition[]; notAfter?: string }
>;

/** @public */
export interface DeliveryKinds {
  'argoproj.io/v1alpha1/Application': ArgoApplication;
  'argoproj.io/v1alpha1/Rollout': Rollout;
  'helm.toolkit.fluxcd.io/v2/HelmRelease': FluxObject;
  'kustomize.toolkit.fluxcd.io/v1/Kustomization': FluxObject;
  'cert-manager.io/v1/Certificate': Certificate;
}
