// The numbers of keeping, as metrics of Backstage.
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** Numbers that operators watch. */
export interface KeepingMetrics {
  objects(environment: string, count: number): void;
  waiting(environment: string, count: number): void;
  lag(environment: string, milliseconds: number): void;
  events(environment: string, count: number): void;
  turn(milliseconds: number): void;
  trouble(environment: string, what: string): void;
  repositoriesWaiting(count: number): void;
}

/** With what is counted where repositories are read. */
export interface Metrics extends KeepingMetrics {
  repositoryRequest(host: string, outcome: string): void;
}

/** Metrics through the service of Backstage. Names follow OpenTelemetry. */
export function keepingMetrics(service: MetricsService): Metrics {
  const gauge = (name: string, unit: string, description: string) => {
    const made = service.createGauge(name, { description, unit });
    return (environment: string, count: number) => made.record(count, { environment });
  };
  const turns = service.createHistogram('maturity.judge.turn', {
    description: 'How long judging held the event loop',
    unit: 'ms',
  });
  const troubles = service.createCounter('maturity.cluster.errors', {
    description: 'Requests to clusters that failed, by what they were',
    unit: '{error}',
  });
  const requests = service.createCounter('maturity.repositories.requests', {
    description: 'Requests to hosts of repositories, by how they ended',
    unit: '{request}',
  });
  const due = service.createGauge('maturity.repositories.waiting', {
    description: 'Repositories that are due to be read and wait',
    unit: '{repository}',
  });
  return {
    objects: gauge('maturity.objects', '{object}', 'Objects held of an environment'),
    waiting: gauge('maturity.components.waiting', '{component}', 'Components of an environment that wait to be judged'),
    lag: gauge('maturity.judge.lag', 'ms', 'How long the longest waiting component of an environment has waited'),
    events: gauge(
      'maturity.events',
      '{event}',
      'Objects of an environment that came, changed or went since it is kept by this replica',
    ),
    turn: milliseconds => turns.record(milliseconds),
    trouble: (environment, what) => troubles.add(1, { environment, what }),
    repositoriesWaiting: count => due.record(count),
    repositoryRequest: (host, outcome) => requests.add(1, { host, outcome }),
  };
}
