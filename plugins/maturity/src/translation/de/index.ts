// All texts in German, keyed as the translation API wants them.
import { admin } from './admin';
import { badge } from './badge';
import { checks } from './checks';
import { component } from './component';
import { flatten } from './flatten';
import { heatmap } from './heatmap';
import { marks } from './marks';
import { organisation } from './organisation';
import { progress } from './progress';
import { roadmap } from './roadmap';
import { rollup } from './rollup';
import { shell } from './shell';
import { states } from './states';
import { steering } from './steering';

export default flatten({
  admin,
  badge,
  checks,
  component,
  heatmap,
  marks,
  organisation,
  progress,
  roadmap,
  rollup,
  shell,
  states,
  steering,
});
