// Who calls, what they may do, and which components they may see.
import type {
  AuthService,
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Request } from 'express';
import type { Visible } from '../store/visibility';
import { PerCaller } from './PerCaller';

/** How long the components that a user may see are remembered, in milliseconds. */
const visibleFor = 15_000;

/** The services that answer. */
export interface AccessServices {
  auth: AuthService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  catalog: CatalogService;
}

/** Decides for each request. */
export class Access {
  private readonly visible = new PerCaller(visibleFor, credentials => this.readVisible(credentials));

  constructor(private readonly services: AccessServices) {}

  /**
   * The caller, if they have the permission.
   *
   * @throws AuthenticationError without credentials, NotAllowedError without permission
   */
  async require(request: Request, permission: BasicPermission): Promise<BackstageCredentials> {
    const credentials = await this.services.httpAuth.credentials(request, { allow: ['user', 'service'] });
    const [{ result }] = await this.services.permissions.authorize([{ permission }], { credentials });
    if (result === AuthorizeResult.ALLOW) return credentials;
    throw new NotAllowedError(`You may not do this: it needs the permission ${permission.name}.`);
  }

  /** The components that the caller may see: those whose entities the catalog shows them. */
  visibleTo(credentials: BackstageCredentials): Promise<Visible> {
    return this.visible.get(credentials);
  }

  /**
   * The caller as a person.
   *
   * @throws NotAllowedError for other plugins, which have nothing of their own
   */
  async userOf(credentials: BackstageCredentials): Promise<string> {
    if (!this.services.auth.isPrincipal(credentials, 'user'))
      throw new NotAllowedError('Progress belongs to people: call this as a signed-in user.');
    return credentials.principal.userEntityRef;
  }

  /** The caller, if it is a person. */
  knownUserOf(credentials: BackstageCredentials): string | undefined {
    return this.services.auth.isPrincipal(credentials, 'user') ? credentials.principal.userEntityRef : undefined;
  }

  /** Entity refs as whose owner the caller counts; none for other plugins. */
  async ownershipOf(credentials: BackstageCredentials): Promise<string[]> {
    if (!this.services.auth.isPrincipal(credentials, 'user')) return [];
    const { ownershipEntityRefs } = await this.services.userInfo.getUserInfo(credentials);
    return ownershipEntityRefs;
  }

  private async readVisible(credentials: BackstageCredentials): Promise<Visible> {
    const [decision] = await this.services.permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.ALLOW) return undefined;
    const refs = new Set<string>();
    if (decision.result === AuthorizeResult.DENY) return refs;
    const request = { filter: { kind: 'Component' }, fields: ['kind', 'metadata.namespace', 'metadata.name'] };
    for await (const page of this.services.catalog.streamEntities(request, { credentials })) {
      for (const entity of page) refs.add(stringifyEntityRef(entity));
    }
    return refs;
  }
}
