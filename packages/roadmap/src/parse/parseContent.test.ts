// Content: what is sound is read, and each slip is one problem with file, line and remedy that costs only itself.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { defaultOutline } from '../generated/outline';
import { parseContent } from './parseContent';
import { topicHeadings } from './parseTopic';

const outline = `id: containers
title: Containers
description: From image to platform
levels:
  - { id: junior, title: Junior }
  - { id: mid, title: Mid }
tiers:
  - id: basics
    title: Basics
    from: junior
    to: mid
    goal: Run it
    sections:
      - { id: docker, title: Docker, topics: [pod, service] }
`;

const page = (title: string, body = topicHeadings.map(heading => `## ${heading}\n\ntext\n`).join('\n')) => `---
title: ${title}
summary: One sentence.
references:
  - { title: Docs, url: https://kubernetes.io/docs/ }
---

${body}`;

type Files = Record<string, string>;
const sound: Files = {
  'c/roadmap.yaml': outline,
  'c/topics/pod.md': page('Pod'),
  'c/topics/service.md': page('Service'),
};
const parse = (files: Files) => parseContent(Object.entries(files).map(([path, text]) => ({ path, text })));

it('reads roadmaps with their topics', () => {
  const { roadmaps, problems } = parse(sound);
  expect(problems).toEqual([]);
  expect(roadmaps).toHaveLength(1);
  expect(roadmaps[0]).toMatchObject({ id: 'containers', tiers: [{ sections: [{ topics: ['pod', 'service'] }] }] });
  expect(roadmaps[0].topics.get('pod')).toMatchObject({
    title: 'Pod',
    content: expect.stringContaining('## What it is'),
  });
});

it('reads several roadmaps, and one that is the root itself', () => {
  const other = {
    'd/roadmap.yaml': outline.replace('id: containers', 'id: other').replace('[pod, service]', '[pod]'),
    'd/topics/pod.md': page('Pod'),
  };
  expect(parse({ ...sound, ...other }).roadmaps.map(({ id }) => id)).toEqual(['containers', 'other']);
  const root = Object.fromEntries(Object.entries(sound).map(([path, text]) => [path.slice(2), text]));
  expect(parse(root).roadmaps).toHaveLength(1);
});

it.each<[string, Files, string, number, string]>([
  ['broken YAML', { 'c/roadmap.yaml': 'id: [a\ntitle: b' }, 'c/roadmap.yaml', 2, 'not valid YAML'],
  [
    'a missing field',
    { 'c/roadmap.yaml': outline.replace('title: Containers\n', '') },
    'c/roadmap.yaml',
    1,
    'title is missing',
  ],
  [
    'an id that is none',
    { 'c/roadmap.yaml': outline.replace('id: basics', 'id: The Basics') },
    'c/roadmap.yaml',
    8,
    '"The Basics" is not an id',
  ],
  [
    'tiers out of step with levels',
    { 'c/roadmap.yaml': outline.replace('to: mid', 'to: senior') },
    'c/roadmap.yaml',
    8,
    'it needs from: junior and to: mid',
  ],
  [
    'a topic named twice',
    { 'c/roadmap.yaml': outline.replace('[pod, service]', '[pod, pod]') },
    'c/roadmap.yaml',
    14,
    'already stands at line 14',
  ],
  ['a topic without page', { 'c/topics/pod.md': '' }, 'c/topics/pod.md', 1, 'no front matter'],
  [
    'a page without title',
    { 'c/topics/pod.md': page('Pod').replace('title: Pod\n', '') },
    'c/topics/pod.md',
    2,
    'title is missing',
  ],
  [
    'a reference that is no URL',
    { 'c/topics/pod.md': page('Pod').replace('https://kubernetes.io/docs/', 'docs') },
    'c/topics/pod.md',
    5,
    '"docs" is not a URL',
  ],
  [
    'a summary that is too long',
    { 'c/topics/pod.md': page('Pod').replace('One sentence.', 'x'.repeat(200)) },
    'c/topics/pod.md',
    3,
    'shorten it',
  ],
  [
    'a heading out of order',
    { 'c/topics/pod.md': page('Pod').replace('## Why it matters', '## Because') },
    'c/topics/pod.md',
    12,
    '"Because" stands where "Why it matters" belongs',
  ],
  [
    'a heading too many',
    { 'c/topics/pod.md': `${page('Pod')}\n## More\n` },
    'c/topics/pod.md',
    32,
    '"More" is one too many',
  ],
  [
    'a page that no section names',
    { 'c/topics/extra.md': page('Extra') },
    'c/topics/extra.md',
    1,
    'stands in no section',
  ],
])('reports %s', (_name, change, file, line, message) => {
  const { problems } = parse({ ...sound, ...change });
  expect(problems).toContainEqual({ file, line, message: expect.stringContaining(message) });
});

it('leaves out a topic without page and keeps the rest', () => {
  const { 'c/topics/pod.md': _, ...rest } = sound;
  const { roadmaps, problems } = parse(rest);
  expect(roadmaps[0].tiers[0].sections[0].topics).toEqual(['service']);
  expect(problems).toEqual([
    { file: 'c/roadmap.yaml', line: 14, message: 'topic "pod" has no page: write c/topics/pod.md.' },
  ]);
});

it('does not take headings in code for headings of the page', () => {
  const body = topicHeadings.map(heading => `## ${heading}\n\n\`\`\`sh\n## a comment\n\`\`\`\n`).join('\n');
  expect(parse({ ...sound, 'c/topics/pod.md': page('Pod', body) }).problems).toEqual([]);
});

it('says so where there is no roadmap at all', () => {
  expect(parse({}).problems).toEqual([
    { file: 'roadmap.yaml', line: 1, message: expect.stringContaining('no roadmap found') },
  ]);
});

describe('the content of this project', () => {
  const root = join(__dirname, '../../../../content');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(md|yaml)$/.test(path))
    .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }));

  it('is sound and has 25 topics in three tiers', () => {
    const { roadmaps, problems } = parseContent(files);
    expect(problems).toEqual([]);
    expect(roadmaps[0].topics.size).toBe(25);
    expect(defaultOutline.tiers.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'junior mid',
      'mid senior',
      'senior lead',
    ]);
  });

  it.each(files.filter(({ path }) => path.includes('topics/')).map(({ path, text }) => [path, text]))(
    '%s has YAML that parses',
    (_path, text) => {
      const blocks = [...text.matchAll(/^[ \t]*```yaml\n([\s\S]*?)^[ \t]*```/gm)].map(match => match[1]);
      const errors = blocks.flatMap(block => parseAllDocuments(block).flatMap(document => document.errors));
      expect(errors).toEqual([]);
    },
  );
});
