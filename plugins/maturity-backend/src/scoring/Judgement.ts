// What judging needs beside objects, and what comes of it.
import type { ChangeCause, Check, ComponentMapper, VerdictRecord, Workload } from '@maturity-roadmap/engine';
import type { CatalogComponent } from '../components/CatalogComponents';
import type { Insight } from './Insight';

/** The verdicts on a component in one environment. */
export interface Judgement {
  component: CatalogComponent;
  observedAt: string;
  /** Judged before everything was read. */
  provisional: boolean;
  records: VerdictRecord[];
  /** The checks that were judged, where the verdicts of all others are as they were; absent if all were judged. */
  only?: ReadonlySet<string>;
  workloads: readonly Workload[];
  /** Absent where there is nothing to say. */
  insight?: Insight;
  cause?: ChangeCause;
}

/** The catalog and the checks, as they are now. */
export interface Standard {
  components: ReadonlyMap<string, CatalogComponent>;
  mapper: ComponentMapper;
  /** In the order of the roadmap. */
  checks: readonly Check[];
}
