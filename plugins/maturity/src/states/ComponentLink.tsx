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
  /** Shown in place of its name. */
  text?: string;
  /** Said in place of what is shown. */
  label?: string;
}

/** Bold, as names are. */
export function ComponentLink({ component, check, topic, text, label }: ComponentLinkProps) {
  const entityRoute = useRouteRef(entityRouteRef);
  const tab = `${entityRoute(parseEntityRef(component.ref))}/maturity`;
  const query = new URLSearchParams({ ...(check ? { verdict: check } : {}), ...(topic ? { topic } : {}) }).toString();
  return (
    <Link to={query ? `${tab}?${query}` : tab} {...(label ? { 'aria-label': label } : {})}>
      {text ?? <strong>{component.title}</strong>}
    </Link>
  );
}
