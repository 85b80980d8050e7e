// Which installs of dependencies are bound to exact versions.
import type { RepositoryFile } from '@maturity-roadmap/engine';
import { commandsIn } from '../repository';
import { dependencyInstall } from './dependencyInstalls';
import { lockFault } from './lockedInstalls';

const file = (name: string, text = ''): RepositoryFile & { kind: string } => ({
  apiVersion: 'repository/v1',
  kind: 'BuildFile',
  metadata: { name },
  text,
});

function faultOf(script: string, ...files: RepositoryFile[]): string | undefined {
  const install = dependencyInstall(commandsIn(script)[0]);
  return install ? (lockFault(install, files)?.kind ?? 'locked') : 'no install';
}

it.each([
  ['npm ci', 'locked'],
  ['npm install', 'unlocked'],
  ['npm install express', 'unlocked'],
  ['npm install -g corepack', 'no install'],
  ['npm run build', 'no install'],
  ['yarn', 'unlocked'],
  ['yarn build', 'no install'],
  ['yarn install --immutable', 'locked'],
  ['pnpm i --frozen-lockfile', 'locked'],
  ['pnpm install', 'unlocked'],
  ['uv sync --locked', 'locked'],
  ['uv sync', 'unlocked'],
  ['pip install requests', 'unlocked'],
  ['pip install requests==2.32.5', 'locked'],
  ['pip install --upgrade pip', 'no install'],
  ['python3 -m pip install .', 'locked'],
  ['pip install -r other.txt', 'open'],
  ['poetry install', 'unlocked'],
  ['cargo build --release', 'unlocked'],
  ['cargo build --release --locked', 'locked'],
  ['go build ./...', 'unlocked'],
  ['go build -mod=vendor ./...', 'no install'],
  ['mvn -B package', 'locked'],
  ['make', 'no install'],
])('%s: %s', (script, expected) => expect(faultOf(script)).toBe(expected));

it('looks into the files beside', () => {
  expect(faultOf('go build ./...', file('go.sum'))).toBe('locked');
  expect(faultOf('poetry install', file('poetry.lock'))).toBe('locked');
  expect(faultOf('pip install -r requirements.txt', file('requirements.txt', 'a==1\n# b\n-r c.txt\n\n'))).toBe(
    'locked',
  );
  expect(faultOf('pip install -rrequirements.txt', file('requirements.txt', 'a==1\nb~=2\n'))).toBe('unlocked');
});
