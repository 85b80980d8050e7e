// The catalog of a made-up organisation: groups three deep, domains with systems, people, and as many components as asked for.
import type { Entity } from '@backstage/catalog-model';

/** Components of one team, and of one system. */
const perTeam = 14;
const perSystem = 7;
const teamsPerDivision = 8;
const divisionsPerDepartment = 8;
const systemsPerDomain = 24;

const nouns = ['ledger', 'basket', 'parcel', 'tariff', 'invoice', 'session', 'stock', 'route', 'voucher', 'catalogue'];
const roles = ['api', 'worker', 'web', 'gateway', 'importer', 'mailer', 'scheduler', 'search', 'sync', 'cache'];
const trades = ['Commerce', 'Logistics', 'Finance', 'Data', 'Customers', 'Stores', 'Supply', 'Platform'];
const crafts = ['Checkout', 'Payments', 'Pricing', 'Routing', 'Billing', 'Depot', 'Tracking', 'Identity'];
const animals = ['Heron', 'Otter', 'Lynx', 'Plover', 'Marten', 'Osprey', 'Badger', 'Tern', 'Viper', 'Gannet'];

const ref = (kind: string, name: string) => `${kind}:default/${name}`;
const at = <T>(list: readonly T[], position: number) => list[position % list.length];
/** A number after a name that was given before. */
const turn = (list: readonly unknown[], position: number) =>
  position < list.length ? '' : ` ${Math.floor(position / list.length) + 1}`;

/** Names of the components, in the order of the made-up fleet. */
export const componentName = (position: number) =>
  `${at(nouns, position)}-${at(roles, Math.floor(position / nouns.length))}-${position}`;
const componentTitle = (position: number) => {
  const noun = at(nouns, position);
  return `${noun[0].toUpperCase()}${noun.slice(1)} ${at(roles, Math.floor(position / nouns.length))} ${position}`;
};

function entity(kind: string, name: string, title: string, spec: object, annotations?: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, title, ...(annotations ? { annotations } : {}) },
    spec: spec as Entity['spec'],
  } as Entity;
}

function groups(teams: number): Entity[] {
  const divisions = Math.ceil(teams / teamsPerDivision);
  const departments = Math.ceil(divisions / divisionsPerDepartment);
  const group = (name: string, title: string, type: string, parent?: string) =>
    entity('Group', name, title, { type, children: [], ...(parent ? { parent } : {}) });
  return [
    ...Array.from({ length: departments }, (_, one) =>
      group(`department-${one}`, `${at(trades, one)}${turn(trades, one)}`, 'department'),
    ),
    ...Array.from({ length: divisions }, (_, one) =>
      group(
        `division-${one}`,
        `${at(crafts, one)}${turn(crafts, one)}`,
        'division',
        `department-${Math.floor(one / divisionsPerDepartment)}`,
      ),
    ),
    ...Array.from({ length: teams }, (_, one) =>
      group(
        `squad-${one}`,
        `${at(animals, one)}${turn(animals, one)}`,
        'team',
        `division-${Math.floor(one / teamsPerDivision)}`,
      ),
    ),
  ];
}

/**
 * The entities.
 *
 * @param components - how many; workloads of the made-up fleet above that number belong to nobody
 */
export function fleetCatalog(components: number): Entity[] {
  const teams = Math.ceil(components / perTeam);
  const systems = Math.ceil(components / perSystem);
  const domains = Math.ceil(systems / systemsPerDomain);
  const teamOf = (position: number) => ref('group', `squad-${Math.floor(position / perTeam)}`);
  return [
    ...groups(teams),
    ...Array.from({ length: teams }, (_, one) =>
      entity('User', `person-${one}`, `Person ${one}`, { memberOf: [`squad-${one}`] }),
    ),
    // Whoever looks is signed in as the guest, who belongs to the first team.
    entity('User', 'guest', 'Guest', { memberOf: ['squad-0'] }),
    ...Array.from({ length: domains }, (_, one) =>
      entity('Domain', `domain-${one}`, `${at(trades, one)} domain${turn(trades, one)}`, {
        owner: ref('group', 'department-0'),
      }),
    ),
    ...Array.from({ length: systems }, (_, one) =>
      entity('System', `system-${one}`, `${at(nouns, one)} system ${one}`, {
        owner: teamOf(one * perSystem),
        domain: `domain-${Math.floor(one / systemsPerDomain)}`,
      }),
    ),
    ...Array.from({ length: components }, (_, one) =>
      entity(
        'Component',
        componentName(one),
        componentTitle(one),
        {
          type: 'service',
          lifecycle: 'production',
          owner: teamOf(one),
          system: `system-${Math.floor(one / perSystem)}`,
        },
        { 'backstage.io/kubernetes-id': `service-${one}` },
      ),
    ),
  ];
}
