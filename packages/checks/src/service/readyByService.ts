// How many ready endpoints stand behind each Service of a namespace.
import type { ObjectOf, ObjectView } from '@maturity-roadmap/engine';
import { memoizeLast } from '@maturity-roadmap/engine';

/** Set by the endpoint slice controller. */
const serviceLabel = 'kubernetes.io/service-name';

type Endpoints = ObjectOf<'discovery.k8s.io/v1/EndpointSlice'>['endpoints'];

/** A missing condition means ready. */
const readyOf = (endpoints: Endpoints) => (endpoints ?? []).filter(({ conditions }) => conditions?.ready !== false);

/** Ready endpoints in a namespace by Service, which may have several slices. */
export const readyByService = memoizeLast(
  (namespace: string, index: ObjectView<'discovery.k8s.io/v1/EndpointSlice'>) => {
    const ready = new Map<string, number>();
    for (const { metadata, endpoints } of index.inNamespace('discovery.k8s.io/v1/EndpointSlice', namespace)) {
      const service = metadata.labels?.[serviceLabel];
      if (service) ready.set(service, (ready.get(service) ?? 0) + readyOf(endpoints).length);
    }
    return ready;
  },
);
