// Links from an entity's tab to the plugin's page, which an app may leave out.
import type { AnyParams, RouteFunc, RouteRef, SubRouteRef } from '@backstage/core-plugin-api';
import { useRouteRef } from '@backstage/core-plugin-api';

/** The route to a place of the page; undefined in an app that has the tab without the page. */
export function usePageRoute<Params extends AnyParams>(
  routeRef: RouteRef<Params> | SubRouteRef<Params>,
): RouteFunc<Params> | undefined {
  try {
    return useRouteRef(routeRef);
  } catch {
    return undefined;
  }
}
