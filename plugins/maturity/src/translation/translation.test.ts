// Every language says all that English says, with the same placeholders.
import german from './de';
import { flatten } from './de/flatten';
import { messages } from './messages';

const english: Record<string, string> = flatten(messages);
const others: [string, Record<string, string>][] = [['German', german]];

const placeholders = (text: string) => [...text.matchAll(/\{\{.*?\}\}/g)].map(([found]) => found).sort();

describe.each(others)('%s', (_language, texts) => {
  it('has every text, and none that nobody asks for', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.entries(english))('says %s with the same placeholders', (key, text) => {
    expect(texts[key].trim()).not.toBe('');
    expect(placeholders(texts[key])).toEqual(placeholders(text));
  });
});

it('has both forms wherever something is counted', () => {
  const ends = (end: string) =>
    Object.keys(english)
      .filter(key => key.endsWith(end))
      .map(key => key.slice(0, -end.length));
  expect(ends('_one')).toEqual(ends('_other'));
});
