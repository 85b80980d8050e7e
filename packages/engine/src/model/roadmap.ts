// The outline of a roadmap as far as scoring needs it: levels in rising order, tiers between them, topics in tiers.

/**
 * A standing that a component can reach.
 *
 * @public
 */
export interface Level {
  id: string;
  title: string;
  description?: string;
}

/**
 * A step of the roadmap: who has every topic of it (and of the tiers below) moves on from one level to the next.
 *
 * @public
 */
export interface Tier {
  id: string;
  title: string;
  /** Level id before the tier. */
  from: string;
  /** Level id after the tier. */
  to: string;
  goal: string;
  sections: readonly Section[];
}

/** @public */
export interface Section {
  id: string;
  title: string;
  /** Topic ids in reading order. */
  topics: readonly string[];
}

/**
 * What scoring reads of a roadmap.
 *
 * @public
 */
export interface RoadmapOutline {
  id: string;
  /** Rising; the first is where everyone starts. Never empty. */
  levels: readonly Level[];
  /** Rising; tier n leads from level n to level n + 1. */
  tiers: readonly Tier[];
}

/**
 * The topic ids of a tier in reading order.
 *
 * @public
 */
export function topicsOfTier(tier: Tier): string[] {
  return tier.sections.flatMap(section => section.topics);
}
