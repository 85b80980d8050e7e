// Truth table of a budget's arithmetic.
import { desiredHealthy } from './budgetBlockers';

const selector = {};

describe('desiredHealthy', () => {
  it.each([
    [{ minAvailable: 1 }, 2, 1],
    [{ minAvailable: 2 }, 2, 2],
    [{ minAvailable: '51%' }, 1, 1],
    [{ minAvailable: '50%' }, 3, 2],
    [{ minAvailable: '0%' }, 3, 0],
    [{ maxUnavailable: 0 }, 3, 3],
    [{ maxUnavailable: 1 }, 3, 2],
    [{ maxUnavailable: '1%' }, 3, 2],
    [{ maxUnavailable: '0%' }, 3, 3],
    [{ maxUnavailable: 5 }, 3, 0],
    [{ minAvailable: 'most' }, 3, undefined],
    [{}, 3, undefined],
  ])('%j of %d pods wants %p', (spec, expected, desired) => {
    expect(desiredHealthy({ ...spec, selector }, expected)).toBe(desired);
  });
});
