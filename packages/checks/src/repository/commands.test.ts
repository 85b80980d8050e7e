// Which commands a RUN instruction holds, in all its forms.
import { commandsIn, commandsOf, shown } from './commands';
import { parseDockerfile } from './parseDockerfile';

const runOf = (text: string) =>
  parseDockerfile({ apiVersion: 'repository/v1', kind: 'Dockerfile', metadata: { name: 'Dockerfile' }, text }).stages[0]
    .instructions[0];
const lines = (commands: ReturnType<typeof commandsIn>) =>
  commands.map(({ program, args }) => [program, ...args].join(' '));

it.each([
  ['a && b || c; d | e', ['a', 'b', 'c', 'd', 'e']],
  ['set -eux; A=1 B="x y" sudo /usr/bin/npm ci', ['set -eux', 'npm ci']],
  ['echo "npm install && x" \'; y\'', ['echo npm install && x ; y']],
  ['if [ -f x ]; then npm ci; fi', ['[ -f x ]', 'npm ci', 'fi']],
  ['(cd web && npm ci)', ['cd web', 'npm ci']],
  ['go build -o "/out/a b"/c ./...', ['go build -o /out/a b/c ./...']],
  ['', []],
])('splits %s', (script, expected) => {
  expect(lines(commandsIn(script))).toEqual(expected);
});

it.each([
  ['RUN ["npm", "ci"]', ['npm ci']],
  ['RUN ["/bin/sh", "-c", "npm ci && npm test"]', ['npm ci', 'npm test']],
  ['RUN --mount=type=cache,target=/c <<EOF\n# install\nnpm ci\nnpm test\nEOF', ['npm ci', 'npm test']],
  ['RUN a \\\n  # why\n  && b', ['a', 'b']],
])('reads %j', (text, expected) => {
  expect(lines(commandsOf(runOf(`FROM x\n${text}`)))).toEqual(expected);
});

it('shows no credentials', () => {
  const [command] = commandsIn('pip install --index-url=https://bot:made-up@pypi.example --token=made-up x');
  expect(shown(command)).toBe('pip install --index-url=https://…@pypi.example --token=… x');
});
