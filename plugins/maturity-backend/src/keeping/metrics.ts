// The numbers of keeping, as metrics of Backstage.
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { KeepingMetrics } from './EnvironmentKeeping';

/** Metrics through the service of Backstage. Names follow OpenTelemetry. */
export function keepingMetrics(service: MetricsService): KeepingMetrics {
  const objects = service.createGauge('maturity.objects', {
    description: 'Objects held of an environment',
    unit: '{object}',
  });
  const waiting = service.createGauge('maturity.components.waiting', {
    description: 'Components of an environment that wait to be judged',
    unit: '{component}',
  });
  const events = service.createGauge('maturity.events', {
    description: 'Objects of an environment that came, changed or went since it is kept by this replica',
    unit: '{event}',
  });
  const turns = service.createHistogram('maturity.judge.turn', {
    description: 'How long judging held the event loop',
    unit: 'ms',
  });
  const troubles = service.createCounter('maturity.cluster.errors', {
    description: 'Requests to clusters that failed, by what they were',
    unit: '{error}',
  });
  return {
    objects: (environment, count) => objects.record(count, { environment }),
    waiting: (environment, count) => waiting.record(count, { environment }),
    events: (environment, count) => events.record(count, { environment }),
    turn: milliseconds => turns.record(milliseconds),
    trouble: (environment, what) => troubles.add(1, { environment, what }),
  };
}
