// Generated from the folders of the checks by `yarn generate`: every check there is.
import type { Check } from '@maturity-roadmap/engine';
import { placementSatisfiable } from '../affinity-taints/placement-satisfiable/check';
import { spreadAcrossNodes } from '../affinity-taints/spread-across-nodes/check';
import { spreadAcrossZones } from '../affinity-taints/spread-across-zones/check';
import { spreadConstraintEffective } from '../affinity-taints/spread-constraint-effective/check';
import { nodepoolCanHost } from '../cluster-autoscaling/nodepool-can-host/check';
import { podsEvictable } from '../cluster-autoscaling/pods-evictable/check';
import { configChangeRollsOut } from '../configmap-secret/config-change-rolls-out/check';
import { configNoPlaintextSecrets } from '../configmap-secret/config-no-plaintext-secrets/check';
import { configRefsResolve } from '../configmap-secret/config-refs-resolve/check';
import { secretSourceManaged } from '../configmap-secret/secret-source-managed/check';
import { deploymentAvailable } from '../deployment/deployment-available/check';
import { deploymentReplicasHa } from '../deployment/deployment-replicas-ha/check';
import { deploymentRolloutSafe } from '../deployment/deployment-rollout-safe/check';
import { deploymentVolumeMode } from '../deployment/deployment-volume-mode/check';
import { pdbAllowsDrain } from '../deployment/pdb-allows-drain/check';
import { selectorExclusive } from '../deployment/selector-exclusive/check';
import { workloadPdbPresent } from '../deployment/workload-pdb-present/check';
import { eventsClean } from '../describe-events/events-clean/check';
import { podsScheduled } from '../describe-events/pods-scheduled/check';
import { imageDigestConsistent } from '../docker-commands/image-digest-consistent/check';
import { imagePullPolicySane } from '../docker-commands/image-pull-policy-sane/check';
import { imagePullable } from '../docker-commands/image-pullable/check';
import { imageRefExplicit } from '../docker-commands/image-ref-explicit/check';
import { imageTraceable } from '../docker-commands/image-traceable/check';
import { composeBuildsOwnImage } from '../docker-compose/compose-builds-own-image/check';
import { composeNoInlineSecrets } from '../docker-compose/compose-no-inline-secrets/check';
import { composeStartupOrder } from '../docker-compose/compose-startup-order/check';
import { composeValid } from '../docker-compose/compose-valid/check';
import { dockerfileBasePinned } from '../dockerfile/dockerfile-base-pinned/check';
import { dockerfileExecForm } from '../dockerfile/dockerfile-exec-form/check';
import { dockerfileNoSecrets } from '../dockerfile/dockerfile-no-secrets/check';
import { dockerfileNonroot } from '../dockerfile/dockerfile-nonroot/check';
import { dockerfilePresent } from '../dockerfile/dockerfile-present/check';
import { debugReady } from '../exec/debug-ready/check';
import { deliveryInSync } from '../helm/delivery-in-sync/check';
import { deliveryManaged } from '../helm/delivery-managed/check';
import { helmChartQuality } from '../helm/helm-chart-quality/check';
import { helmReleaseHealthy } from '../helm/helm-release-healthy/check';
import { autoscalingConsidered } from '../hpa-vpa/autoscaling-considered/check';
import { hpaActive } from '../hpa-vpa/hpa-active/check';
import { hpaBounds } from '../hpa-vpa/hpa-bounds/check';
import { hpaRequestsPresent } from '../hpa-vpa/hpa-requests-present/check';
import { hpaSoleOwner } from '../hpa-vpa/hpa-sole-owner/check';
import { hpaTargetValid } from '../hpa-vpa/hpa-target-valid/check';
import { hpaVpaNoConflict } from '../hpa-vpa/hpa-vpa-no-conflict/check';
import { kedaHealthy } from '../hpa-vpa/keda-healthy/check';
import { scanInPipeline } from '../image-scanning/scan-in-pipeline/check';
import { scanNoFixableCritical } from '../image-scanning/scan-no-fixable-critical/check';
import { scanReportFresh } from '../image-scanning/scan-report-fresh/check';
import { scanReportPresent } from '../image-scanning/scan-report-present/check';
import { gatewayProgrammed } from '../ingress/gateway-programmed/check';
import { ingressBackendResolves } from '../ingress/ingress-backend-resolves/check';
import { ingressClassServed } from '../ingress/ingress-class-served/check';
import { ingressRoutesUnique } from '../ingress/ingress-routes-unique/check';
import { ingressTls } from '../ingress/ingress-tls/check';
import { routeAccepted } from '../ingress/route-accepted/check';
import { routeBackendsResolve } from '../ingress/route-backends-resolve/check';
import { cacheDepsBeforeSource } from '../layer-caching/cache-deps-before-source/check';
import { cacheLockfileInstall } from '../layer-caching/cache-lockfile-install/check';
import { cachePackageHygiene } from '../layer-caching/cache-package-hygiene/check';
import { dockerignoreEffective } from '../layer-caching/dockerignore-effective/check';
import { containersStable } from '../logs/containers-stable/check';
import { multistageFinalLean } from '../multi-stage-builds/multistage-final-lean/check';
import { multistageRefsValid } from '../multi-stage-builds/multistage-refs-valid/check';
import { multistageUsed } from '../multi-stage-builds/multistage-used/check';
import { netpolDnsEgress } from '../network-policies/netpol-dns-egress/check';
import { netpolEgressIsolated } from '../network-policies/netpol-egress-isolated/check';
import { netpolIngressIsolated } from '../network-policies/netpol-ingress-isolated/check';
import { netpolNotAllowAll } from '../network-policies/netpol-not-allow-all/check';
import { netpolRulesLive } from '../network-policies/netpol-rules-live/check';
import { crdWellFormed } from '../operators-crds/crd-well-formed/check';
import { customResourcesHealthy } from '../operators-crds/custom-resources-healthy/check';
import { operatorHardened } from '../operators-crds/operator-hardened/check';
import { hostAccessNone } from '../pod-security-standards/host-access-none/check';
import { pssBaseline } from '../pod-security-standards/pss-baseline/check';
import { pssNamespaceEnforced } from '../pod-security-standards/pss-namespace-enforced/check';
import { pssRestricted } from '../pod-security-standards/pss-restricted/check';
import { rootfsReadonly } from '../pod-security-standards/rootfs-readonly/check';
import { jobHygiene } from '../pod/job-hygiene/check';
import { podGracefulShutdown } from '../pod/pod-graceful-shutdown/check';
import { podLivenessSafe } from '../pod/pod-liveness-safe/check';
import { podManaged } from '../pod/pod-managed/check';
import { podMemoryLimitSet } from '../pod/pod-memory-limit-set/check';
import { podReadinessProbe } from '../pod/pod-readiness-probe/check';
import { podRequestsSet } from '../pod/pod-requests-set/check';
import { policyEnforced } from '../policy-enforcement/policy-enforced/check';
import { policyEngineCovers } from '../policy-enforcement/policy-engine-covers/check';
import { policyViolationsNone } from '../policy-enforcement/policy-violations-none/check';
import { rbacNoAdmin } from '../rbac/rbac-no-admin/check';
import { rbacNoEscalation } from '../rbac/rbac-no-escalation/check';
import { rbacNoExec } from '../rbac/rbac-no-exec/check';
import { rbacRefsValid } from '../rbac/rbac-refs-valid/check';
import { rbacSecretsScoped } from '../rbac/rbac-secrets-scoped/check';
import { saDedicated } from '../rbac/sa-dedicated/check';
import { saTokenMinimal } from '../rbac/sa-token-minimal/check';
import { meshAuthorization } from '../service-mesh/mesh-authorization/check';
import { meshEnrolled } from '../service-mesh/mesh-enrolled/check';
import { meshMtlsStrict } from '../service-mesh/mesh-mtls-strict/check';
import { meshResilienceAndTelemetry } from '../service-mesh/mesh-resilience-and-telemetry/check';
import { meshTrafficConfigValid } from '../service-mesh/mesh-traffic-config-valid/check';
import { meshWaypointBound } from '../service-mesh/mesh-waypoint-bound/check';
import { serviceExposureIntended } from '../service/service-exposure-intended/check';
import { serviceHasEndpoints } from '../service/service-has-endpoints/check';
import { serviceSelectorSpecific } from '../service/service-selector-specific/check';
import { serviceTargetPortResolves } from '../service/service-target-port-resolves/check';
import { stsHeadlessService } from '../statefulset/sts-headless-service/check';
import { stsPersistentStorage } from '../statefulset/sts-persistent-storage/check';
import { stsRolloutHealthy } from '../statefulset/sts-rollout-healthy/check';

/**
 * All checks, by topic and id.
 *
 * @public
 */
export const allChecks: readonly Check[] = [
  placementSatisfiable,
  spreadAcrossNodes,
  spreadAcrossZones,
  spreadConstraintEffective,
  nodepoolCanHost,
  podsEvictable,
  configChangeRollsOut,
  configNoPlaintextSecrets,
  configRefsResolve,
  secretSourceManaged,
  deploymentAvailable,
  deploymentReplicasHa,
  deploymentRolloutSafe,
  deploymentVolumeMode,
  pdbAllowsDrain,
  selectorExclusive,
  workloadPdbPresent,
  eventsClean,
  podsScheduled,
  imageDigestConsistent,
  imagePullPolicySane,
  imagePullable,
  imageRefExplicit,
  imageTraceable,
  composeBuildsOwnImage,
  composeNoInlineSecrets,
  composeStartupOrder,
  composeValid,
  dockerfileBasePinned,
  dockerfileExecForm,
  dockerfileNoSecrets,
  dockerfileNonroot,
  dockerfilePresent,
  debugReady,
  deliveryInSync,
  deliveryManaged,
  helmChartQuality,
  helmReleaseHealthy,
  autoscalingConsidered,
  hpaActive,
  hpaBounds,
  hpaRequestsPresent,
  hpaSoleOwner,
  hpaTargetValid,
  hpaVpaNoConflict,
  kedaHealthy,
  scanInPipeline,
  scanNoFixableCritical,
  scanReportFresh,
  scanReportPresent,
  gatewayProgrammed,
  ingressBackendResolves,
  ingressClassServed,
  ingressRoutesUnique,
  ingressTls,
  routeAccepted,
  routeBackendsResolve,
  cacheDepsBeforeSource,
  cacheLockfileInstall,
  cachePackageHygiene,
  dockerignoreEffective,
  containersStable,
  multistageFinalLean,
  multistageRefsValid,
  multistageUsed,
  netpolDnsEgress,
  netpolEgressIsolated,
  netpolIngressIsolated,
  netpolNotAllowAll,
  netpolRulesLive,
  crdWellFormed,
  customResourcesHealthy,
  operatorHardened,
  hostAccessNone,
  pssBaseline,
  pssNamespaceEnforced,
  pssRestricted,
  rootfsReadonly,
  jobHygiene,
  podGracefulShutdown,
  podLivenessSafe,
  podManaged,
  podMemoryLimitSet,
  podReadinessProbe,
  podRequestsSet,
  policyEnforced,
  policyEngineCovers,
  policyViolationsNone,
  rbacNoAdmin,
  rbacNoEscalation,
  rbacNoExec,
  rbacRefsValid,
  rbacSecretsScoped,
  saDedicated,
  saTokenMinimal,
  meshAuthorization,
  meshEnrolled,
  meshMtlsStrict,
  meshResilienceAndTelemetry,
  meshTrafficConfigValid,
  meshWaypointBound,
  serviceExposureIntended,
  serviceHasEndpoints,
  serviceSelectorSpecific,
  serviceTargetPortResolves,
  stsHeadlessService,
  stsPersistentStorage,
  stsRolloutHealthy,
];
