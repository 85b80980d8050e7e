// What a Service opens to the outside of its cluster, and whether it says that this is meant.
import type { Service, Workload } from '@maturity-roadmap/engine';
import { annotations, namesOf } from '@maturity-roadmap/engine';

/** Annotations by which the clouds are asked for a load balancer of the private network only. */
const internalAnnotations: Readonly<Record<string, RegExp>> = {
  'service.beta.kubernetes.io/aws-load-balancer-internal': /^(true|0\.0\.0\.0\/0)$/,
  'service.beta.kubernetes.io/aws-load-balancer-scheme': /^internal$/,
  'service.beta.kubernetes.io/azure-load-balancer-internal': /^true$/,
  'networking.gke.io/load-balancer-type': /^Internal$/i,
  'cloud.google.com/load-balancer-type': /^Internal$/i,
  'service.beta.kubernetes.io/openstack-internal-load-balancer': /^true$/,
  'service.beta.kubernetes.io/oci-load-balancer-internal': /^true$/,
  'service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type': /^private$/,
};

/** The annotation that keeps the load balancer of a Service inside. */
export function internalAnnotation({ metadata }: Service): string | undefined {
  return Object.keys(internalAnnotations).find(key => internalAnnotations[key].test(metadata.annotations?.[key] ?? ''));
}

/** How a Service can be reached from outside its cluster; undefined where it can't. */
export function openingOf({ spec }: Service): { path: string; observed: string } | undefined {
  if (Array.isArray(spec?.externalIPs) && spec.externalIPs.length > 0)
    return { path: 'spec.externalIPs', observed: spec.externalIPs.join(', ') };
  const isOpen = spec?.type === 'LoadBalancer' || spec?.type === 'NodePort';
  return isOpen ? { path: 'spec.type', observed: spec.type! } : undefined;
}

/** The older way to say what `spec.loadBalancerSourceRanges` says; the field wins. */
const rangesAnnotation = 'service.beta.kubernetes.io/load-balancer-source-ranges';

/**
 * The addresses that a load balancer lets in, where it says so; one range of all addresses undoes the others.
 * See https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer
 */
function sourceRanges({ spec, metadata }: Service): readonly string[] {
  const written = spec?.loadBalancerSourceRanges ?? [];
  const noted = (metadata.annotations?.[rangesAnnotation] ?? '').split(',').map(range => range.trim());
  const ranges = written.length > 0 ? written : noted.filter(Boolean);
  return ranges.some(range => /\/0$/.test(range)) ? [] : ranges;
}

/** Whether the Service or its sources limit who gets in, or someone wrote down that all may. */
export function isIntended(service: Service): string | undefined {
  if (service.metadata.annotations?.[annotations.exposure]) return 'its annotation says so';
  const ranges = sourceRanges(service);
  if (service.spec?.type === 'LoadBalancer' && ranges.length > 0) return `only ${ranges.join(', ')} get in`;
  return internalAnnotation(service) && 'its load balancer is internal';
}

const controllers = /(^|[-/])(ingress|gateway|traefik|envoy|haproxy|kong|contour|nginx-controller)([-/]|$)/i;

/** Whether the workload is what lets traffic into the cluster, and so must be exposed. */
export function letsTrafficIn(workload: Workload): boolean {
  return (
    workload.podLabels['gateway.networking.k8s.io/gateway-name'] !== undefined ||
    namesOf(workload).some(name => controllers.test(name))
  );
}
