// All texts of the plugin in English, one file for each folder of screens.
import { admin } from './admin';
import { badge } from './badge';
import { checkpage } from './checkpage';
import { checks } from './checks';
import { component } from './component';
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

export const messages = {
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
} as const;
