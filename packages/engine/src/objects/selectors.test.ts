// Label selectors: the table of missing and empty selectors, operators, and the query syntax.
import fc from 'fast-check';
import { matchesLabels, matchesSelector, parseSelector, selects } from './selectors';

const labels = { app: 'shop', tier: 'web' };

describe('matchesSelector', () => {
  it.each([
    ['an empty selector matches everything', {}, true],
    ['matchLabels must all hold', { matchLabels: { app: 'shop', tier: 'web' } }, true],
    ['one wrong label is enough to miss', { matchLabels: { app: 'shop', tier: 'api' } }, false],
    ['In', { matchExpressions: [{ key: 'app', operator: 'In', values: ['shop', 'mail'] }] }, true],
    ['In needs the key', { matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] }, false],
    ['NotIn', { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['shop'] }] }, false],
    [
      'NotIn also matches an absent key',
      { matchExpressions: [{ key: 'zone', operator: 'NotIn', values: ['a'] }] },
      true,
    ],
    ['Exists', { matchExpressions: [{ key: 'app', operator: 'Exists' }] }, true],
    ['DoesNotExist', { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, false],
    [
      'an operator that does not exist matches nothing',
      { matchExpressions: [{ key: 'app', operator: 'Near' }] },
      false,
    ],
    [
      'labels and expressions are joined by AND',
      {
        matchLabels: { app: 'shop' },
        matchExpressions: [{ key: 'tier', operator: 'In', values: ['api'] }],
      },
      false,
    ],
  ])('%s', (_name, selector, expected) => {
    expect(matchesSelector(selector, labels)).toBe(expected);
  });

  it('does not take inherited properties for labels', () => {
    expect(matchesSelector({ matchExpressions: [{ key: 'toString', operator: 'Exists' }] }, labels)).toBe(false);
  });
});

describe('selects', () => {
  it.each([
    [undefined, 'everything', true],
    [undefined, 'nothing', false],
    [null, 'nothing', false],
    [{}, 'nothing', true],
    [{}, 'everything', true],
  ] as const)('a selector %j where nil means %s selects: %s', (selector, nil, expected) => {
    expect(selects(selector, labels, nil)).toBe(expected);
  });
});

describe('matchesLabels', () => {
  it('needs at least one label, since a Service without selector selects no pod', () => {
    expect(matchesLabels({}, labels)).toBe(false);
    expect(matchesLabels(undefined, labels)).toBe(false);
    expect(matchesLabels({ app: 'shop' }, labels)).toBe(true);
    expect(matchesLabels({ app: 'shop', extra: 'x' }, labels)).toBe(false);
  });
});

describe('parseSelector', () => {
  it('reads every form of requirement', () => {
    expect(parseSelector('app=shop, tier in (web, api),env!=dev,zone notin (a),live,!canary,kind==x')).toEqual({
      matchExpressions: [
        { key: 'app', operator: 'In', values: ['shop'] },
        { key: 'tier', operator: 'In', values: ['web', 'api'] },
        { key: 'env', operator: 'NotIn', values: ['dev'] },
        { key: 'zone', operator: 'NotIn', values: ['a'] },
        { key: 'live', operator: 'Exists' },
        { key: 'canary', operator: 'DoesNotExist' },
        { key: 'kind', operator: 'In', values: ['x'] },
      ],
    });
  });

  it('says which part it can not read', () => {
    expect(() => parseSelector('app=shop,tier in web')).toThrow('"tier in web" is not a label requirement');
  });

  it('agrees with plain comparison for any labels', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
    fc.assert(
      fc.property(fc.dictionary(word, word), word, word, (some, key, value) => {
        expect(matchesSelector(parseSelector(`${key}=${value}`), some)).toBe(
          Object.hasOwn(some, key) && some[key] === value,
        );
        expect(matchesSelector(parseSelector(`!${key}`), some)).toBe(!Object.hasOwn(some, key));
      }),
    );
  });
});
