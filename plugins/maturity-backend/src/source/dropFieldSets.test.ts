// What is taken out of an answer before it is parsed, and what is not.
import { asServed, fleet } from '@maturity-roadmap/engine/testing';
import { Projector } from '@maturity-roadmap/engine';
import { dropFieldSets } from './dropFieldSets';

const dropped = (text: string) => dropFieldSets(Buffer.from(text)).toString('utf8');
const entry = (fields: object, more: object = {}) => ({
  ...{ manager: 'helm', operation: 'Update', apiVersion: 'apps/v1', time: '2026-01-01T00:00:00Z' },
  ...{ fieldsType: 'FieldsV1', fieldsV1: fields },
  ...more,
});
const answer = (...managedFields: object[]) => ({
  items: [{ metadata: { name: 'ä{"', managedFields }, spec: { a: '}' } }],
});

it('empties the trees and leaves all else', () => {
  const fields = { 'f:spec': { 'f:template': { 'k:{"name":"a}\\""}': { '.': {} } } } };
  const text = JSON.stringify(answer(entry(fields), entry({ 'f:status': {} }, { subresource: 'status' })));
  expect(JSON.parse(dropped(text))).toEqual(answer(entry({}), entry({}, { subresource: 'status' })));
});

it('still tells who sets the number of replicas', () => {
  const sets = {
    'f:metadata': { 'f:replicas': {} },
    'f:spec': { 'f:paused': {}, 'f:replicas': {}, 'f:x': { '.': {} } },
  };
  const others = { 'f:spec': { 'f:x': { 'f:replicas': {} } }, 'f:status': { 'f:replicas': {} } };
  const text = JSON.stringify(answer(entry(sets), entry(others)));
  expect(JSON.parse(dropped(text))).toEqual(answer(entry({ 'f:spec': { 'f:replicas': {} } }), entry({})));
});

it.each([
  ['a text that repeats an object', JSON.stringify({ data: { text: JSON.stringify(answer(entry({ a: {} }))) } })],
  ['a field of the same name elsewhere', '{"spec":{"fieldsV1":{"a":1}}}'],
  ['an answer that breaks off', '{"fieldsType":"FieldsV1","fieldsV1":{"f:spec":{'],
  ['nothing', ''],
])('leaves %s as it is', (_, text) => {
  expect(dropped(text)).toBe(text);
});

it('changes nothing of what is retained', () => {
  const projector = new Projector({ fields: new Set(['spec', 'replicas', 'template', 'containers']) });
  const objects = [...fleet({ components: 5 })].flatMap(one => one.objects).map(asServed);
  for (const object of objects) {
    const text = JSON.stringify(object);
    expect(projector.project(JSON.parse(dropped(text)))).toEqual(projector.project(JSON.parse(text)));
  }
});
