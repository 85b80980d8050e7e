// Generates the outline of the roadmap that comes with the product, and the union of its topic ids.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseContent } from '@maturity-roadmap/roadmap';

/** The roadmap whose topics the checks of this project prove. */
const provenRoadmap = 'containers-and-orchestration';

function readContent(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(md|yaml)$/.test(path))
    .map(path => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }));
}

/**
 * @param contentFolder - the content's root
 * @throws Error with every problem of the content
 */
export function generateOutline(contentFolder: string): string {
  const { roadmaps, problems } = parseContent(readContent(contentFolder));
  if (problems.length) {
    throw new Error(problems.map(({ file, line, message }) => `content/${file}:${line}: ${message}`).join('\n'));
  }
  const roadmap = roadmaps.find(({ id }) => id === provenRoadmap);
  if (!roadmap) throw new Error(`content/ has no roadmap "${provenRoadmap}": restore its folder.`);
  const { topics, id, title, levels, tiers } = roadmap;
  const ids = tiers.flatMap(tier => tier.sections.flatMap(section => section.topics));
  const titles = Object.fromEntries(ids.map(topic => [topic, topics.get(topic)!.title]));
  return `// Generated from content/${provenRoadmap} by \`yarn generate\`: the outline of the roadmap and its topic ids.
import type { RoadmapOutline } from '@maturity-roadmap/engine';

/**
 * Id of a topic of the roadmap that the checks prove.
 *
 * @public
 */
export type TopicId = ${ids.map(topic => `'${topic}'`).join(' | ')};

/**
 * The outline of the roadmap that comes with the product.
 *
 * @public
 */
export const defaultOutline: RoadmapOutline = ${JSON.stringify({ id, levels, tiers })};

/**
 * Title of the roadmap that comes with the product.
 *
 * @public
 */
export const defaultTitle = ${JSON.stringify(title)};

/**
 * Titles of its topics.
 *
 * @public
 */
export const topicTitles: Readonly<Record<TopicId, string>> = ${JSON.stringify(titles)};
`;
}
