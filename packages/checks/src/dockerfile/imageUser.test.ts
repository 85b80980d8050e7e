// The user an image runs as: what the stages say, and what base images are known to set.
import { parseDockerfile } from '../repository';
import { imageUser, isRootUser } from './imageUser';

const userOf = (text: string) => {
  const { instruction: _where, ...user } = {
    instruction: undefined,
    ...imageUser(
      parseDockerfile({ apiVersion: 'repository/v1', kind: 'Dockerfile', metadata: { name: 'Dockerfile' }, text }),
    ),
  };
  return user;
};

it.each([
  ['gcr.io/distroless/static-debian12:nonroot', 'other'],
  ['gcr.io/distroless/static-debian12:debug-nonroot', 'other'],
  ['gcr.io/distroless/static-debian12:debug', 'root'],
  ['registry:5000/mirror/distroless-static:nonroot', 'other'],
  ['cgr.dev/chainguard/node:latest', 'other'],
  ['nginxinc/nginx-unprivileged:1.29', 'other'],
  ['mcr.microsoft.com/dotnet/aspnet:9.0', 'root'],
  ['mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled', 'other'],
  ['node:22', 'root'],
  ['docker.io/library/node:22', 'root'],
  ['scratch', 'root'],
])('%s runs as %s', (image, user) => {
  expect(userOf(`FROM ${image}`)).toMatchObject({ kind: 'base', user });
});

it.each(['registry.example/node:22', 'elasticsearch:9', 'team/node:22'])('the user of %s is not known', image => {
  expect(userOf(`FROM ${image}`)).toEqual({ kind: 'unknown', image });
});

it.each([
  ['FROM a AS one\nUSER 5\nFROM one\nRUN x', { kind: 'set', user: '5' }],
  ['FROM a AS one\nUSER 5\nFROM a\nUSER root', { kind: 'set', user: 'root' }],
  ['FROM a AS one\nUSER 5\nFROM node:22', { kind: 'base', user: 'root', image: 'node:22' }],
  ['FROM mcr.microsoft.com/dotnet/aspnet:9.0\nUSER $APP_UID', { kind: 'set', user: '1654' }],
  ['FROM a\nUSER $APP_UID', { kind: 'unresolved', variables: ['APP_UID'] }],
])('%j', (text, user) => expect(userOf(text)).toEqual(user));

it.each([
  ['root', true],
  ['root:app', true],
  ['0', true],
  ['0:0', true],
  ['000', true],
  ['"0"', true],
  ['1001:0', false],
  ['10', false],
  ['rooted', false],
])('%s is root: %s', (user, expected) => expect(isRootUser(user)).toBe(expected));
