// What the API answers about roadmaps and their topics.
import type { Severity, Verdict } from '@maturity-roadmap/engine';
import type { ComponentName, Share } from './common';
import type { NextTopic } from './learning';
import type { Transition } from './report';

/** One entry of `GET /roadmaps`. @public */
export interface RoadmapSummary {
  id: string;
  title: string;
  description: string;
  topics: number;
  /** False for a roadmap none of whose topics has a check: for learning only. */
  proven: boolean;
}

/** @public */
export interface RoadmapList {
  items: RoadmapSummary[];
  /** What could not be read of the content, each with file and line. */
  problems: ContentProblem[];
}

/** @public */
export interface ContentProblem {
  file: string;
  line: number;
  message: string;
}

/** `GET /roadmaps/{roadmapId}`. @public */
export interface RoadmapView {
  id: string;
  title: string;
  description: string;
  /** Rising, with the number of components that stand there. */
  levels: LevelCount[];
  /** Rising. */
  tiers: TierView[];
  /** Components that were judged and that the caller may see. */
  components: number;
  environments: string[];
  /** Absent before the first observation. ISO 8601. */
  observedAt?: string;
  /** The caller's components: owned by the user or a group they belong to. Those of one owner, where asked for. */
  mine: ComponentName[];
  /** Who owns components, most first; at most two hundred. */
  owners: { owner: string; components: number }[];
  /** At most three; none for who is no user. */
  next: NextTopic[];
}

/** @public */
export interface LevelCount {
  id: string;
  title: string;
  description?: string;
  components: number;
}

/** @public */
export interface TierView {
  id: string;
  title: string;
  goal: string;
  /** Level id before and after. */
  from: string;
  to: string;
  /** Components that stand at `to` or higher, of all judged ones. */
  passed: Share;
  sections: { id: string; title: string; topics: TopicCard[] }[];
}

/** @public */
export interface TopicCard {
  id: string;
  title: string;
  summary: string;
  /** Set where only advice speaks about the topic: its share counts for no score, tier or level. */
  advice?: true;
  /** Components that meet the topic, of those to which it applies. */
  adoption: Share;
  /** Verdict of each of the caller's components, in the order of `mine`. */
  mine: Verdict[];
}

/** `GET /roadmaps/{roadmapId}/topics/{topicId}`. @public */
export interface TopicView {
  id: string;
  title: string;
  summary: string;
  roadmap: { id: string; title: string };
  tier: { id: string; title: string; from: string; to: string };
  section: { id: string; title: string };
  /** Markdown, headings from level 2. */
  content: string;
  references: { title: string; url: string }[];
  next?: { id: string; title: string };
  previous?: { id: string; title: string };
  /** As of {@link TopicCard}. */
  advice?: true;
  adoption: Share;
  /** Components by environment. */
  environments: ({ environment: string } & Share)[];
  checks: TopicCheck[];
  /** Components that meet the topic, highest level first; at most ten. */
  meets: TopicComponent[];
  /** Components that do not, the caller's first; at most fifty. */
  misses: TopicComponent[];
  /** The caller's components, whatever their verdict; at most twenty. */
  mine: TopicComponent[];
  /** Latest changes of verdicts in the topic, newest first; at most five. */
  changes: Transition[];
}

/** @public */
export interface TopicCheck extends Share {
  id: string;
  title: string;
  severity: Severity;
  advice: boolean;
  /** Kinds it reads, for people: `NetworkPolicy`. */
  reads: string[];
}

/** @public */
export interface TopicComponent extends ComponentName {
  level: string;
  verdict: Verdict;
  /** Reason of the worst verdict in the topic. */
  reason: string;
  /** Its check, to lead to the evidence. */
  check?: string;
  environments: string[];
  mine: boolean;
  /** When a verdict of the topic changed last; ISO 8601. Absent if none ever did. */
  since?: string;
  /** Scored checks of the topic that apply; its advice where it has no others. */
  checks: number;
}
