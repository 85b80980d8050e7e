// The grammar of image references.
import { parseImageReference } from './imageReference';

const digest = `sha256:${'ab'.repeat(32)}`;

it.each([
  ['nginx', { path: 'nginx' }],
  ['nginx:1.27', { path: 'nginx', tag: '1.27' }],
  ['library/nginx:latest', { path: 'library/nginx', tag: 'latest' }],
  ['registry:5000/app', { domain: 'registry:5000', path: 'app' }],
  ['registry:5000/app:v1', { domain: 'registry:5000', path: 'app', tag: 'v1' }],
  ['ghcr.io/shop/api:v1.2.3', { domain: 'ghcr.io', path: 'shop/api', tag: 'v1.2.3' }],
  ['localhost/app', { domain: 'localhost', path: 'app' }],
  [`ghcr.io/shop/api@${digest}`, { domain: 'ghcr.io', path: 'shop/api', digest }],
  ['[2001:db8::1]:5000/app:1', { domain: '[2001:db8::1]:5000', path: 'app', tag: '1' }],
  [`app@sha256:${'ab'.repeat(31)}`, { path: 'app', digest: `sha256:${'ab'.repeat(31)}` }],
  [`name:latest@${digest}`, { path: 'name', tag: 'latest', digest }],
])('%s', (image, expected) => {
  expect(parseImageReference(image)).toEqual(expected);
});

it.each([
  '',
  'UPPER',
  'a b',
  'app:',
  'app@sha256:short',
  '-app',
  '-x.io/app',
  'a..b/app',
  'registry:/app',
  'https://registry.io/app',
  `app/${'a'.repeat(255)}`,
  '{{ .Values.image }}',
])('%j is no reference', image => {
  expect(parseImageReference(image)).toBeUndefined();
});
