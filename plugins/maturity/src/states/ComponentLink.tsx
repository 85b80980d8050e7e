// A component by name, leading to its Maturity tab.
import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { ComponentName } from '@maturity-roadmap/backstage-plugin-maturity-common';

interface ComponentLinkProps {
  component: ComponentName;
  /** Opens the evidence of this check. */
  check?: string;
  /** Opens the checks of this topic. */
  topic?: string;
}

/** Bold, as names are. */
export function ComponentLink({ component, check, topic }: ComponentLinkProps) {
  const entityRoute = useRouteRef(entityRouteRef);
  const tab = `${entityRoute(parseEntityRef(component.ref))}/maturity`;
  const query = new URLSearchParams({ ...(check ? { verdict: check } : {}), ...(topic ? { topic } : {}) }).toString();
  return (
    <Link to={query ? `${tab}?${query}` : tab}>
      <strong>{component.title}</strong>
    </Link>
  );
}
