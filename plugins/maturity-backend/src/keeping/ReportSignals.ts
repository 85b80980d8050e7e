// Tells open pages that a report changed, through the signals plugin where one is installed.
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { maturityChannel, signalKey } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { errorMessage } from '@maturity-roadmap/engine';

/** Milliseconds in which changes are gathered into one message. */
const gatherFor = 250;
/** Changes after which pages are told that anything may have changed. */
const most = 200;

/** Publishes changes. The signals plugin takes what comes under the topic `signals`; without it nobody listens. */
export class ReportSignals {
  private readonly changedRefs = new Set<string>();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly events: EventsService,
    private readonly logger: LoggerService,
  ) {}

  /** Notes that reports changed. */
  changed(refs: readonly string[]): void {
    if (refs.length === 0) return;
    for (const ref of refs) this.changedRefs.add(ref);
    this.timer ??= setTimeout(() => void this.publish(), gatherFor);
    this.timer.unref();
  }

  private async publish(): Promise<void> {
    this.timer = undefined;
    const refs = [...this.changedRefs];
    this.changedRefs.clear();
    // Everybody gets the message, so it must not name what not everybody may see.
    const message = refs.length > most ? { many: true } : { changed: refs.map(signalKey) };
    try {
      await this.events.publish({
        topic: 'signals',
        eventPayload: { recipients: { type: 'broadcast' }, channel: maturityChannel, message },
      });
    } catch (error) {
      this.logger.debug(`pages could not be told of changes: ${errorMessage(error)}`);
    }
  }
}
