// All texts in German, keyed as the translation API wants them.
import { admin } from './admin';
import { badge } from './badge';
import { checkpage } from './checkpage';
import { checks } from './checks';
import { component } from './component';
import { flatten } from './flatten';
import { diagnosis } from './diagnosis';
import { heatmap } from './heatmap';
import { learning } from './learning';
import { marks } from './marks';
import { mending } from './mending';
import { organisation } from './organisation';
import { progress } from './progress';
import { roadmap } from './roadmap';
import { rollup } from './rollup';
import { shell } from './shell';
import { states } from './states';

export default flatten({
  admin,
  badge,
  checkpage,
  checks,
  component,
  diagnosis,
  heatmap,
  learning,
  marks,
  mending,
  organisation,
  progress,
  roadmap,
  rollup,
  shell,
  states,
});
