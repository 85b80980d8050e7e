// Patterns of a .dockerignore as Docker's own matcher reads them.
import { indexRepository } from '@maturity-roadmap/engine';
import { dockerIgnoreOf } from './dockerIgnore';

function ignores(patterns: string, path: string): boolean {
  const files = [
    { path: 'Dockerfile', text: 'FROM alpine:3.22' },
    { path: '.dockerignore', text: patterns },
  ];
  const index = indexRepository(files, '2026-01-01T12:00:00Z');
  const found = dockerIgnoreOf(index.find('repository/v1/Dockerfile', 'Dockerfile')!, index);
  if (!found || found.error !== undefined) throw new Error(`not read: ${patterns}`);
  return found.ignores(path);
}

it.each<[string, string, boolean]>([
  ['.git', '.git/config', true],
  ['.git', 'sub/.git', false],
  ['**/.git', 'sub/.git', true],
  ['*.md\n!README.md', 'README.md', false],
  ['/src/', 'src/a.ts', true],
  ['**.go', 'main.go', true],
  ['**.go', 'cmd/main.go', true],
  ['**\n!**.go', 'cmd/main.go', false],
  ['src/**.go', 'src/cmd/main.go', true],
  ['**.go', 'go.mod', false],
  ['# a comment\n\nnode_modules', 'node_modules/a', true],
])('%j and %s: %s', (patterns, path, expected) => expect(ignores(patterns, path)).toBe(expected));
