// Reads a whole content root: each folder with a roadmap.yaml is a roadmap.
import type { ContentFile, ContentProblem, Roadmap } from '../model';
import { outlineFile, parseRoadmap } from './parseRoadmap';

/**
 * All roadmaps of a content root, sorted by folder, and all problems. The root itself may be a roadmap.
 *
 * @param files - of the root, with paths from it and forward slashes
 * @public
 */
export function parseContent(files: readonly ContentFile[]): { roadmaps: Roadmap[]; problems: ContentProblem[] } {
  const folders = files
    .filter(({ path }) => path === outlineFile || path.endsWith(`/${outlineFile}`))
    .map(({ path }) => path.slice(0, -outlineFile.length))
    .sort();
  if (folders.length === 0) {
    const message = 'no roadmap found: put a folder with a roadmap.yaml here.';
    return { roadmaps: [], problems: [{ file: outlineFile, line: 1, message }] };
  }
  const roadmaps: Roadmap[] = [];
  const problems: ContentProblem[] = [];
  for (const folder of folders) {
    const own = files
      .filter(({ path }) => path.startsWith(folder))
      .map(({ path, text }) => ({ path: path.slice(folder.length), text }));
    const parsed = parseRoadmap(own, folder.replace(/\/$/, ''));
    problems.push(...parsed.problems);
    if (!parsed.roadmap) continue;
    if (roadmaps.some(({ id }) => id === parsed.roadmap!.id)) {
      const message = `roadmap id "${parsed.roadmap.id}" is taken by another folder: choose another id.`;
      problems.push({ file: `${folder}${outlineFile}`, line: 1, message });
    } else roadmaps.push(parsed.roadmap);
  }
  return { roadmaps, problems };
}
