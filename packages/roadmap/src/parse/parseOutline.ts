// Reads roadmap.yaml: levels, tiers, sections and the order of topics.
import type { Level, Section, Tier } from '@maturity-roadmap/engine';
import type { ContentProblem } from '../model';
import { Located } from './Located';

/** @public */
export interface Outline {
  id: string;
  title: string;
  description: string;
  levels: Level[];
  tiers: Tier[];
  /** Line at which each topic is named, for problems about it. */
  topicLines: Map<string, number>;
}

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Reads the outline of a roadmap.
 *
 * @returns undefined if nothing of it can be used; the problems say why
 */
export function parseOutline(text: string, file: string, problems: ContentProblem[]): Outline | undefined {
  const yaml = new Located(text, file, problems);
  if (!yaml.readable) return undefined;
  const before = problems.length;
  const outline: Outline = {
    id: readId(yaml, ['id']),
    title: yaml.text(['title']),
    description: yaml.text(['description']),
    levels: indices(yaml, ['levels']).map(at => ({
      id: readId(yaml, ['levels', at, 'id']),
      title: yaml.text(['levels', at, 'title']),
      ...(yaml.has(['levels', at, 'description']) ? { description: yaml.text(['levels', at, 'description']) } : {}),
    })),
    tiers: [],
    topicLines: new Map(),
  };
  outline.tiers = indices(yaml, ['tiers']).map(at => readTier(yaml, at, outline));
  checkLadder(yaml, outline);
  return problems.length > before ? undefined : outline;
}

function indices(yaml: Located, path: (string | number)[]): number[] {
  return Array.from({ length: yaml.count(path) }, (_, at) => at);
}

function readId(yaml: Located, path: (string | number)[]): string {
  const id = yaml.text(path);
  if (id && !idPattern.test(id)) yaml.report(path, `"${id}" is not an id: use lower-case words joined by hyphens.`);
  return id;
}

function readTier(yaml: Located, at: number, outline: Outline): Tier {
  const path = ['tiers', at];
  return {
    id: readId(yaml, [...path, 'id']),
    title: yaml.text([...path, 'title']),
    from: yaml.text([...path, 'from']),
    to: yaml.text([...path, 'to']),
    goal: yaml.text([...path, 'goal']),
    sections: indices(yaml, [...path, 'sections']).map(section =>
      readSection(yaml, [...path, 'sections', section], outline),
    ),
  };
}

function readSection(yaml: Located, path: (string | number)[], outline: Outline): Section {
  const topics = indices(yaml, [...path, 'topics']).map(at => {
    const place = [...path, 'topics', at];
    const id = readId(yaml, place);
    if (outline.topicLines.has(id)) {
      yaml.report(place, `topic "${id}" already stands at line ${outline.topicLines.get(id)}: name it once.`);
    }
    outline.topicLines.set(id, yaml.lineOf(place));
    return id;
  });
  return { id: readId(yaml, [...path, 'id']), title: yaml.text([...path, 'title']), topics };
}

/** Tier n must lead from level n to level n + 1, or no component could climb. */
function checkLadder(yaml: Located, { levels, tiers }: Outline): void {
  tiers.forEach((tier, at) => {
    const [from, to] = [levels[at]?.id, levels[at + 1]?.id];
    if (tier.from === from && tier.to === to) return;
    const wanted = to ? `from: ${from} and to: ${to}` : 'one level more above it in "levels"';
    yaml.report(['tiers', at], `tier "${tier.id}" is out of step with the levels: it needs ${wanted}.`);
  });
}
