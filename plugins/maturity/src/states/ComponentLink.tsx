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
}

/** Bold, as names are. */
export function ComponentLink({ component, check }: ComponentLinkProps) {
  const entityRoute = useRouteRef(entityRouteRef);
  const tab = `${entityRoute(parseEntityRef(component.ref))}/maturity`;
  return (
    <Link to={check ? `${tab}?verdict=${encodeURIComponent(check)}` : tab}>
      <strong>{component.title}</strong>
    </Link>
  );
}
