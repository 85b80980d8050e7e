// What open pages are told: which reports changed, gathered, naming nothing that not everybody may see.
import { mockServices } from '@backstage/backend-test-utils';
import { maturityChannel, signalKey } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { ReportSignals } from './ReportSignals';

const cart = 'component:default/cart';
const published: { topic: string; eventPayload: unknown }[] = [];
const publish = jest.fn(async (event: { topic: string; eventPayload: unknown }) => void published.push(event));
const logger = mockServices.logger.mock();
let signals: ReportSignals;

beforeEach(() => {
  jest.useFakeTimers();
  jest.clearAllMocks();
  published.length = 0;
  signals = new ReportSignals({ publish, subscribe: async () => {} }, logger);
});
afterEach(() => jest.useRealTimers());

const messages = () => published.map(({ eventPayload }) => (eventPayload as { message: object }).message);

it('tells everybody under the topic of the signals plugin', async () => {
  signals.changed([cart]);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(published).toEqual([
    {
      topic: 'signals',
      eventPayload: {
        recipients: { type: 'broadcast' },
        channel: maturityChannel,
        message: { changed: [signalKey(cart)] },
      },
    },
  ]);
  expect(JSON.stringify(published)).not.toContain('cart');
});

it('gathers what changes within a moment, each component once, and goes on after it', async () => {
  signals.changed([cart]);
  signals.changed([cart, 'component:default/mail']);
  await jest.advanceTimersByTimeAsync(1_000);
  signals.changed([cart]);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(messages()).toEqual([
    { changed: [signalKey(cart), signalKey('component:default/mail')] },
    { changed: [signalKey(cart)] },
  ]);
});

it('says that anything may have changed instead of naming hundreds', async () => {
  signals.changed(Array.from({ length: 201 }, (_, at) => `component:default/c${at}`));
  await jest.advanceTimersByTimeAsync(1_000);
  expect(messages()).toEqual([{ many: true }]);
});

it('publishes nothing for nothing', async () => {
  signals.changed([]);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(published).toEqual([]);
});

it('goes on where nobody can be told', async () => {
  publish.mockRejectedValueOnce(new Error('no events backend'));
  signals.changed([cart]);
  await jest.advanceTimersByTimeAsync(1_000);
  signals.changed([cart]);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(messages()).toHaveLength(1);
  expect(logger.debug).toHaveBeenCalledWith(expect.stringContaining('no events backend'));
});
