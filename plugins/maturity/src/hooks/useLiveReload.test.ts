// Pages learn of changes: at once where signals come, now and then where they do not.
import { signalKey } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { renderHook } from '@testing-library/react';
import { useLiveReload } from './useLiveReload';

let signal: { lastSignal: object | null; isSignalsAvailable: boolean };
jest.mock('@backstage/plugin-signals-react', () => ({ useSignal: () => signal }));

const ref = 'component:default/cart';
const reload = jest.fn();
const show = () => renderHook(() => useLiveReload(ref, reload));

beforeEach(() => {
  reload.mockClear();
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

it.each([
  [{ changed: [signalKey(ref)] }, 1],
  [{ many: true }, 1],
  [{ changed: [signalKey('component:default/mail')] }, 0],
  [null, 0],
])('loads again when told that it changed: %j', (lastSignal, times) => {
  signal = { lastSignal, isSignalsAvailable: true };
  show();
  jest.advanceTimersByTime(60_000);
  expect(reload).toHaveBeenCalledTimes(times);
});

it('asks now and then where nobody tells, and stops with the page', () => {
  signal = { lastSignal: null, isSignalsAvailable: false };
  const { unmount } = show();
  jest.advanceTimersByTime(60_000);
  expect(reload).toHaveBeenCalledTimes(3);
  unmount();
  jest.advanceTimersByTime(60_000);
  expect(reload).toHaveBeenCalledTimes(3);
});
