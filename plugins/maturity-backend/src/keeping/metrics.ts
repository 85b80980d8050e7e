// The numbers of keeping, as metrics of Backstage.
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { KeepingMetrics } from './EnvironmentKeeping';

/** Metrics through the service of Backstage. Names follow OpenTelemetry. */
export function keepingMetrics(service: MetricsService): KeepingMetrics {
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
  return {
    objects: gauge('maturity.objects', '{object}', 'Objects held of an environment'),
    waiting: gauge('maturity.components.waiting', '{component}', 'Components of an environment that wait to be judged'),
    events: gauge(
      'maturity.events',
      '{event}',
      'Objects of an environment that came, changed or went since it is kept by this replica',
    ),
    turn: milliseconds => turns.record(milliseconds),
    trouble: (environment, what) => troubles.add(1, { environment, what }),
  };
}
