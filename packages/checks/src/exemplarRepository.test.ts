// The exemplar's repository: it passes every check that reads files, and fails each after one edit.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RepositoryCheck, Verdict } from '@maturity-roadmap/engine';
import {
  evaluateCheck,
  indexManifests,
  indexRepository,
  parseManifests,
  repositoryFileKind,
  resolveWorkloads,
} from '@maturity-roadmap/engine';
import { allChecks } from './generated/registry';

type Files = ReadonlyMap<string, string>;

const examples = join(__dirname, '../../../examples');
const observedAt = '2026-11-24T08:00:00Z';

/** What the example does not do, edited in so that more is asked of it. */
const copiesAll = ['COPY cmd ./cmd\nCOPY internal ./internal\n', 'RUN apk add --no-cache git\nCOPY . .\n'] as const;

function readRepository(): Files {
  const root = join(examples, 'repositories/payments-api');
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => [path.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')] as const)
    .filter(([path]) => repositoryFileKind(path) !== undefined);
  return edited(new Map(files), 'Dockerfile', ...copiesAll);
}

function edited(files: Files, path: string, before: string, after: string): Files {
  const text = files.get(path) ?? '';
  if (!text.includes(before)) throw new Error(`${path} does not hold ${before}`);
  return new Map([...files, [path, text.replace(before, () => after)]]);
}

function without(files: Files, path: string): Files {
  return new Map([...files].filter(([name]) => name !== path));
}

const repository = readRepository();
const manifests = readFileSync(join(examples, 'clusters/prod-eu/payments/payments-api.yaml'), 'utf8');
const { index } = indexManifests('exemplar', parseManifests(manifests, 'payments-api.yaml').objects, observedAt);
const workloads = resolveWorkloads(index).filter(({ name }) => name === 'payments-api');
const checks = allChecks.filter((check): check is RepositoryCheck => check.subject === 'repository');

function verdictOf(check: RepositoryCheck, files: Files, ofWorkloads = workloads): Verdict {
  const read = indexRepository(
    [...files].map(([path, text]) => ({ path, text })),
    observedAt,
  );
  const ref = { cluster: read.cluster, apiVersion: 'repository/v1', kind: 'Repository', name: 'exemplar' };
  return evaluateCheck(check, { ref, workloads: ofWorkloads }, read).verdict;
}

const finalStage = 'FROM registry.nordwind.example/mirror/distroless-static-debian12:nonroot@';
const dockerfile = (before: string, after: string) => edited(repository, 'Dockerfile', before, after);
const compose = (before: string, after: string) => edited(repository, 'compose.yaml', before, after);

/** By check, the one thing that is done to the repository. */
const edits: Readonly<Record<string, Files>> = {
  'image-traceable': edited(
    dockerfile('image.revision=', 'image.vendor='),
    'Dockerfile',
    'image.source=',
    'image.title=',
  ),
  'compose-builds-own-image': compose('build:\n      context: .', 'build:\n      context: ./elsewhere'),
  'compose-no-inline-secrets': compose(
    'POSTGRES_PASSWORD_FILE: /run/secrets/database_password',
    'POSTGRES_PASSWORD: x9Kq2vLr7TzW',
  ),
  'compose-startup-order': compose('condition: service_healthy', 'condition: service_started'),
  'compose-valid': compose('database: {}', 'other: {}'),
  'dockerfile-base-pinned': dockerfile('golang:1.25.4-alpine3.22@', 'golang:latest AS build\n# '),
  'dockerfile-exec-form': dockerfile('ENTRYPOINT ["/payments-api"]', 'ENTRYPOINT /payments-api'),
  'dockerfile-no-secrets': dockerfile('EXPOSE 8080', 'ENV API_TOKEN=x9Kq2vLr7TzW\nEXPOSE 8080'),
  'dockerfile-nonroot': dockerfile('USER 65532:65532', 'USER root'),
  'dockerfile-present': without(repository, 'Dockerfile'),
  'helm-chart-quality': without(repository, 'chart/values.schema.json'),
  'scan-in-pipeline': edited(repository, '.github/workflows/build.yaml', "exit-code: '1'", "exit-code: '0'"),
  'cache-deps-before-source': dockerfile('COPY go.mod go.sum ./', 'COPY . .'),
  'cache-lockfile-install': without(repository, 'go.sum'),
  'cache-package-hygiene': dockerfile('apk add --no-cache git', 'apt-get install --yes git'),
  'dockerignore-effective': edited(repository, '.dockerignore', '.env*', ''),
  'multistage-final-lean': dockerfile(finalStage, 'FROM registry.nordwind.example/mirror/golang:1.25.4@'),
  'multistage-refs-valid': dockerfile('--from=build', '--from=builder'),
  'multistage-used': dockerfile(finalStage, '# '),
};

it.each(checks.map(check => [check.id, check] as const))('passes %s', (_id, check) => {
  expect(verdictOf(check, repository)).toBe('pass');
});

it.each(checks.map(check => [check.id, check] as const))('one edit breaks %s', (id, check) => {
  // The tag that its pods run tells the source as well.
  const asked = id === 'image-traceable' ? [] : workloads;
  expect(verdictOf(check, edits[id], asked)).toMatch(/^(fail|warn)$/);
});
