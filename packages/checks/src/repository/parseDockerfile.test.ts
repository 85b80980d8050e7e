// What Dockerfiles mean: directives, heredocs, continuation, variables, stages, and what a builder refuses.
import type { RepositoryFile } from '@maturity-roadmap/engine';
import { finalBase, finalChain } from './Dockerfile';
import { parseDockerfile, sourceNamed } from './parseDockerfile';
import { expand, globalScope, stageScope } from './variables';

const fileOf = (text: string): RepositoryFile & { kind: string } => ({
  apiVersion: 'repository/v1',
  kind: 'Dockerfile',
  metadata: { name: 'Dockerfile' },
  text,
});
const parse = (text: string) => parseDockerfile(fileOf(text));

describe('parseDockerfile', () => {
  it('parses a file once', () => {
    const file = fileOf('FROM alpine:3.22');
    expect(parseDockerfile(file)).toBe(parseDockerfile(file));
  });

  it.each([
    ['backslash', 'FROM a\nRUN one \\\n  # said in between\n\n  two\nUSER 1'],
    ['escape directive', '# escape=`\nFROM a\nRUN one `\n  # said in between\n  two\nUSER 1'],
    ['carriage returns and a byte order mark', '\uFEFFFROM a\r\nRUN one \\\r\n  two\r\nUSER 1\r\n'],
  ])('joins continued lines: %s', (_name, text) => {
    const [run, user] = parse(text).stages[0].instructions;
    expect(run).toMatchObject({ keyword: 'RUN', text: 'one two' });
    expect(user).toMatchObject({ keyword: 'USER', text: '1' });
  });

  it('joins what a continued line cuts in the middle of a word', () => {
    expect(parse('FROM al\\\npine:3.22').stages[0].base).toEqual({ kind: 'image', name: 'alpine:3.22' });
  });

  it('keeps heredocs out of the instructions', () => {
    const { stages, problems } = parse(
      'FROM a\nRUN <<EOF\nFROM b\nUSER root\nEOF\nCOPY <<-X <<Y /to/\n\tone\nX\ntwo\nY\nUSER 1',
    );
    expect(problems).toEqual([]);
    expect(stages).toHaveLength(1);
    expect(stages[0].instructions.map(one => one.keyword)).toEqual(['RUN', 'COPY', 'USER']);
    expect(stages[0].instructions[0].heredocs).toEqual(['FROM b\nUSER root']);
  });

  it.each([
    ['["a", "b c"]', ['a', 'b c']],
    ['[]', []],
    ["['a']", undefined],
    ['["a"', undefined],
    ['[1]', undefined],
    ['a b', undefined],
  ])('reads %s as exec or shell form', (text, json) => {
    expect(parse(`FROM a\nCMD ${text}`).stages[0].instructions[0].json).toEqual(json);
  });

  it('follows stages by name in any case, and never forward', () => {
    const dockerfile = parse('FROM a:1 AS One\nFROM ONE AS two\nCOPY --from=three x y\nFROM two AS three');
    expect(finalChain(dockerfile).map(stage => stage.index)).toEqual([2, 1, 0]);
    expect(finalBase(dockerfile)).toEqual({ kind: 'image', name: 'a:1' });
    expect(sourceNamed('three', dockerfile.stages[1], dockerfile)).toEqual({ kind: 'image', name: 'three' });
    expect(sourceNamed('0', dockerfile.stages[1], dockerfile)).toMatchObject({ kind: 'stage', stage: { index: 0 } });
    expect(sourceNamed('1', dockerfile.stages[1], dockerfile)).toMatchObject({ kind: 'image' });
  });

  it('shows FROM only the arguments before the first FROM', () => {
    const { stages } = parse('ARG A=1\nFROM x:$A\nARG A=2\nARG B=3\nFROM x:${A}\nFROM x:$B');
    expect(stages.map(stage => stage.base)).toEqual([
      { kind: 'image', name: 'x:1' },
      { kind: 'image', name: 'x:1' },
      { kind: 'unresolved', variables: ['B'] },
    ]);
  });

  it('hands variables of a stage on to the stages built on it', () => {
    const dockerfile = parse('ARG G=g\nFROM x AS a\nARG G\nARG N\nENV E=${G}1\nFROM a\nENV F=$E');
    const scope = stageScope(dockerfile.stages[1], globalScope(dockerfile.globalArguments));
    expect(scope.get('F')).toBe('g1');
    expect(scope.has('N')).toBe(false);
  });

  it.each([
    ['', 1, 'the file has no instructions'],
    ['# only a comment', 1, 'the file has no instructions'],
    ['ARG A', 1, 'the file has no FROM'],
    ['RUN x\nFROM a', 1, 'RUN stands before the first FROM'],
    ['FROM a\nENTRY x', 2, 'ENTRY is no Dockerfile instruction'],
    ['FROM a\ntoken=made-up', 2, 'this is no Dockerfile instruction'],
    ['FROM a b', 1, 'FROM takes an image and an optional AS name'],
    ['FROM a\n\nUSER', 3, 'USER has no arguments'],
    ['FROM a\nCOPY x', 2, 'COPY needs a source and a destination'],
    ['FROM a\nRUN <<EOF\nx', 2, 'the heredoc of RUN has no end'],
  ])('reports what is wrong with %j', (text, line, message) => {
    expect(parse(text).problems[0]).toEqual({ line, message });
  });
});

describe('expand', () => {
  const scope = new Map([
    ['SET', 'x'],
    ['EMPTY', ''],
  ]);
  it.each([
    ['$SET-${SET}', 'x-x', []],
    ['${EMPTY:-d} ${EMPTY-d}|', 'd |', []],
    ['${NONE:-${SET}}', 'x', []],
    ['${SET:+y}${EMPTY:+y}${NONE+y}', 'y', []],
    ['\\$SET', '$SET', []],
    ['${NONE}', '', ['NONE']],
    ['${NONE:-$OTHER}', '', ['OTHER']],
    ['${SET#x}', 'x', ['SET']],
  ])('%s', (text, expanded, missing) => {
    expect(expand(text, scope)).toEqual({ text: expanded, missing });
  });
});
