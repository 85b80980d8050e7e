// Which names and values are taken for credentials.
import { hasUrlCredentials, isHarmlessValue, isSecretName } from './secretNames';

it.each([
  'PASSWORD',
  'DB_PASSWORD',
  'apiKey',
  'API_KEY',
  'NPM_TOKEN',
  'AWS_SECRET_ACCESS_KEY',
  'PGPASS_PWD',
  'authToken',
])('%s names a credential', name => expect(isSecretName(name)).toBe(true));

it.each([
  'KEYBOARD',
  'PUBLIC_KEY',
  'TOKEN_URL',
  'SECRET_NAME',
  'PASSWORD_FILE',
  'AUTHOR',
  'TOKENIZER',
  'KEY_ID',
  'AUTH_MODULE_VERSION',
  'SECRET_FILE_MODE',
  'COMPASS',
])('%s names none', name => expect(isSecretName(name)).toBe(false));

it.each(['', 'true', '300', '/run/secrets/x', './x', 'none'])('%j is harmless', value =>
  expect(isHarmlessValue(value)).toBe(true),
);
it.each(['made-up', 'abc123'])('%s is not harmless', value => expect(isHarmlessValue(value)).toBe(false));

it.each([
  ['postgres://shop:made-up@db/shop', true],
  ['https://:made-up@host', true],
  ['postgres://shop:${PASSWORD}@db/shop', false],
  ['postgres://shop:$PASSWORD@db/shop', false],
  ['https://shop@host:443/a', false],
  ['https://host:443/@scope/x', false],
])('%s holds a password: %s', (text, expected) => expect(hasUrlCredentials(text)).toBe(expected));
