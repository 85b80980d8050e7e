// Random trouble for simulated clusters: objects come, change and go, and the servers misbehave.
import type { KubernetesObject } from '@maturity-roadmap/engine';
import type { SimulatedApiServer } from './SimulatedApiServer';

type Changing = KubernetesObject & { spec?: Record<string, unknown> };

/** Ways in which teams and controllers change objects. */
const changes: ((object: Changing, random: () => number) => Changing)[] = [
  (object, random) => ({ ...object, spec: { ...object.spec, replicas: Math.floor(random() * 5) } }),
  (object, random) => ({
    ...object,
    metadata: { ...object.metadata, labels: { ...object.metadata.labels, touched: String(Math.floor(random() * 9)) } },
  }),
  object => {
    const { spec: _, ...rest } = object;
    return object.kind === 'PodDisruptionBudget' || object.kind === 'NetworkPolicy' ? { ...rest, spec: {} } : object;
  },
  (object, random) => replaceText(object, '"runAsNonRoot":true', `"runAsNonRoot":${random() < 0.5}`),
  (object, random) => replaceText(object, /shop\/[^"]*/, `shop/other:${Math.floor(random() * 9)}`),
];

function replaceText(object: Changing, from: string | RegExp, to: string): Changing {
  return JSON.parse(JSON.stringify(object).replace(from, to)) as Changing;
}

const pathsOf = (server: SimulatedApiServer) =>
  server.history
    .resources()
    .map(({ apiVersion, name }) => `/${apiVersion.includes('/') ? 'apis' : 'api'}/${apiVersion}/${name}`);

/** Makes trouble for one cluster. */
export class Chaos {
  private readonly original: readonly KubernetesObject[];
  readonly done: Record<string, number> = {};

  constructor(
    private readonly server: SimulatedApiServer,
    private readonly random: () => number,
  ) {
    this.original = server.history.all();
  }

  /** One thing that happens. */
  step(): void {
    const roll = this.random();
    if (roll < 0.6) this.note('change', () => this.change());
    else if (roll < 0.73) this.note('delete', () => this.server.history.delete(this.pick(this.server.history.all())));
    else if (roll < 0.88) this.note('create', () => this.server.history.apply(this.pick(this.original)));
    else if (roll < 0.92) this.note('drop', () => this.server.dropWatches());
    else if (roll < 0.95) this.note('compact', () => this.server.history.compact());
    else if (roll < 0.97) this.note('forbid', () => this.server.faults.set(this.path(), { status: 403 }));
    else if (roll < 0.985) this.note('break', () => this.server.faults.set(this.path(), ['broken', 'garbage']));
    else this.note('heal', () => this.server.faults.clear());
  }

  /** Everything works again. */
  heal(): void {
    this.server.faults.clear();
    this.server.dropWatches();
  }

  private change(): void {
    const object = (this.pick(this.server.history.all()) ?? this.pick(this.original)) as Changing;
    this.server.history.apply(this.pick(changes)(object, this.random));
  }

  private note(what: string, work: () => void): void {
    work();
    this.done[what] = (this.done[what] ?? 0) + 1;
  }

  private pick = <T>(from: readonly T[]): T => from[Math.floor(this.random() * from.length)];

  private path = (): string => this.pick(pathsOf(this.server));
}
