// What counts as a tool for building: images, packages and commands.
import { parseDockerfile } from '../repository';
import { buildCommand, isToolchainImage, toolchainPackages } from './toolchains';

const runOf = (script: string) =>
  parseDockerfile({
    apiVersion: 'repository/v1',
    kind: 'Dockerfile',
    metadata: { name: 'Dockerfile' },
    text: `FROM x\nRUN ${script}`,
  }).stages[0].instructions[0];

it.each([
  ['golang:1.25-alpine', true],
  ['registry:5000/mirror/golang', true],
  ['node:22', true],
  ['node:22-alpine', false],
  ['node:22-bookworm-slim', false],
  ['eclipse-temurin:21', true],
  ['eclipse-temurin:21-jre', false],
  ['mcr.microsoft.com/dotnet/sdk:9.0', true],
  ['mcr.microsoft.com/dotnet/aspnet:9.0', false],
  ['alpine:3.22', false],
  ['team/golang-tools:1', false],
])('%s builds: %s', (image, expected) => expect(isToolchainImage(image)).toBe(expected));

it.each([
  ['apt-get update && apt-get install -y gcc=4:14 curl', ['gcc=4:14']],
  ['apk add --no-cache musl-dev', ['musl-dev']],
  ['apt-get install -y gcc && make && apt-get purge -y gcc', []],
  ['apt-get install -y curl', []],
  ['npm install make', []],
])('%s leaves %j', (script, expected) => expect(toolchainPackages(runOf(script))).toEqual(expected));

it.each([
  ['CGO_ENABLED=0 go build ./...', 'go build ./...'],
  ['./mvnw -B package', 'mvnw -B package'],
  ['cd web && npm run build', 'npm run build'],
  ['npx vite build', 'npx vite build'],
  ['npm ci', undefined],
  ['echo "go build"', undefined],
])('%s builds by %s', (script, expected) => expect(buildCommand(runOf(script))).toBe(expected));
