// Reads the page of a topic: front matter and Markdown with a fixed order of headings.
import type { ContentProblem, Topic } from '../model';
import { Located } from './Located';

/**
 * The headings of every topic page, in their order.
 *
 * @public
 */
export const topicHeadings = [
  'What it is',
  'Why it matters',
  'How to do it',
  'Common mistakes',
  'When it does not apply',
  'You master it when',
] as const;

const summaryLimit = 120;

/**
 * Reads a topic page. A page with problems is still given, so that one slip does not hide the rest.
 *
 * @returns undefined if there is no front matter to read
 */
export function parseTopic(id: string, text: string, file: string, problems: ContentProblem[]): Topic | undefined {
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(text);
  if (!parts) {
    problems.push({
      file,
      line: 1,
      message: 'no front matter: start the file with --- title, summary, references ---.',
    });
    return undefined;
  }
  const [, frontMatter, content] = parts;
  const yaml = new Located(frontMatter, file, problems, 2);
  if (!yaml.readable) return undefined;
  const topic: Topic = {
    id,
    title: yaml.text(['title']),
    summary: yaml.text(['summary']),
    references: Array.from({ length: yaml.count(['references']) }, (_, at) => readReference(yaml, at)),
    content: content.trim(),
  };
  if (topic.summary.length > summaryLimit) {
    yaml.report(['summary'], `summary has ${topic.summary.length} characters: shorten it to ${summaryLimit}.`);
  }
  const firstLine = frontMatter.split('\n').length + 3;
  checkHeadings(content, { file, firstLine }, problems);
  return topic;
}

function readReference(yaml: Located, at: number): { title: string; url: string } {
  const url = yaml.text(['references', at, 'url']);
  if (url && !URL.canParse(url)) yaml.report(['references', at, 'url'], `"${url}" is not a URL: write it whole.`);
  return { title: yaml.text(['references', at, 'title']), url };
}

/** Headings of level 2 outside code blocks must be the known ones, in order. */
function checkHeadings(
  content: string,
  { file, firstLine }: { file: string; firstLine: number },
  problems: ContentProblem[],
): void {
  const found: { title: string; line: number }[] = [];
  let fenced = false;
  content.split('\n').forEach((text, at) => {
    if (/^\s*(```|~~~)/.test(text)) fenced = !fenced;
    else if (!fenced && text.startsWith('## ')) found.push({ title: text.slice(3).trim(), line: firstLine + at });
  });
  topicHeadings.forEach((wanted, at) => {
    const actual = found[at];
    if (actual?.title === wanted) return;
    const message = actual
      ? `heading "${actual.title}" stands where "${wanted}" belongs: keep the six headings in their order.`
      : `heading "## ${wanted}" is missing: add it.`;
    problems.push({ file, line: actual?.line ?? firstLine + content.split('\n').length - 1, message });
  });
  for (const extra of found.slice(topicHeadings.length)) {
    problems.push({ file, line: extra.line, message: `heading "${extra.title}" is one too many: use level 3.` });
  }
}
