// A roadmap as its content says it: the outline that scoring uses, and a page of prose for each topic.
import type { RoadmapOutline } from '@maturity-roadmap/engine';

/**
 * Something in the content that can't be used. The rest is used all the same.
 *
 * @public
 */
export interface ContentProblem {
  file: string;
  /** Counted from 1. */
  line: number;
  /** What is wrong and what to do. */
  message: string;
}

/**
 * A page of the roadmap.
 *
 * @public
 */
export interface Topic {
  id: string;
  title: string;
  /** One sentence. */
  summary: string;
  references: readonly { title: string; url: string }[];
  /** Markdown below the front matter, headings from level 2. */
  content: string;
}

/**
 * A roadmap with its topics.
 *
 * @public
 */
export interface Roadmap extends RoadmapOutline {
  title: string;
  description: string;
  topics: ReadonlyMap<string, Topic>;
}

/**
 * A file of the content, with its path from the content's root.
 *
 * @public
 */
export interface ContentFile {
  path: string;
  text: string;
}
