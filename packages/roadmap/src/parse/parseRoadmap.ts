// Reads a roadmap from the files of its folder: roadmap.yaml and topics/<topic-id>.md.
import type { ContentFile, ContentProblem, Roadmap, Topic } from '../model';
import { parseOutline } from './parseOutline';
import { parseTopic } from './parseTopic';

/** Name of the file that makes a folder a roadmap. @public */
export const outlineFile = 'roadmap.yaml';

const topicPath = /^topics\/([^/]+)\.md$/;

/**
 * Reads one roadmap.
 *
 * A topic that the outline names without a page is left out of the tiers, and a page that the outline does not name is
 * passed over, each with a problem, so that the rest can be read.
 *
 * @param files - of the roadmap's folder, with paths from it
 * @param folder - name of the folder, put before paths in problems
 * @returns the roadmap if its outline is usable, and the problems
 * @public
 */
export function parseRoadmap(
  files: readonly ContentFile[],
  folder = '',
): { roadmap?: Roadmap; problems: ContentProblem[] } {
  const problems: ContentProblem[] = [];
  const inFolder = (path: string) => (folder ? `${folder}/${path}` : path);
  const outlineText = files.find(file => file.path === outlineFile)?.text;
  if (outlineText === undefined) {
    problems.push({ file: inFolder(outlineFile), line: 1, message: 'the roadmap has no roadmap.yaml: add one.' });
    return { problems };
  }
  const outline = parseOutline(outlineText, inFolder(outlineFile), problems);
  if (!outline) return { problems };
  const { topicLines, ...rest } = outline;
  const topics = readTopics(files, inFolder, problems);
  for (const [id, line] of topicLines) {
    if (topics.has(id)) continue;
    const message = `topic "${id}" has no page: write ${inFolder(`topics/${id}.md`)}.`;
    problems.push({ file: inFolder(outlineFile), line, message });
  }
  for (const id of topics.keys()) {
    if (topicLines.has(id)) continue;
    const message = `topic "${id}" stands in no section of ${outlineFile}: add it to one.`;
    problems.push({ file: inFolder(`topics/${id}.md`), line: 1, message });
    topics.delete(id);
  }
  const tiers = rest.tiers.map(tier => ({
    ...tier,
    sections: tier.sections.map(section => ({ ...section, topics: section.topics.filter(id => topics.has(id)) })),
  }));
  return { roadmap: { ...rest, tiers, topics }, problems };
}

function readTopics(
  files: readonly ContentFile[],
  inFolder: (path: string) => string,
  problems: ContentProblem[],
): Map<string, Topic> {
  const topics = new Map<string, Topic>();
  for (const { path, text } of files) {
    const id = topicPath.exec(path)?.[1];
    const topic = id && parseTopic(id, text, inFolder(path), problems);
    if (topic) topics.set(topic.id, topic);
  }
  return topics;
}
