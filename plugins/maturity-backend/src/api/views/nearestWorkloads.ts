// Workloads that belong to nobody and may be a component's, with the lines by which they would be found.
import type { NearestWorkload } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { annotations, groupBy, resembles } from '@maturity-roadmap/engine';
import type { CatalogComponent } from '../../components/CatalogComponents';
import type { StoredSource, UnmappedWorkload } from '../../store/SourceStore';

const most = 10;
const matches = ['strong', 'likely', 'weak'] as const;

function matchOf(component: CatalogComponent, { ref, names }: UnmappedWorkload): NearestWorkload['match'] | undefined {
  const { selector } = component;
  if (resembles(selector, names)) return 'strong';
  const wanted = [selector.name, selector.id];
  const isLike = names.some(name => wanted.some(one => name.startsWith(`${one}-`) || one.startsWith(`${name}-`)));
  if (isLike) return 'likely';
  return selector.namespace && selector.namespace === ref.namespace ? 'weak' : undefined;
}

function whyOf(component: CatalogComponent, workload: UnmappedWorkload, match: NearestWorkload['match']): string {
  const { nearest, ref, label } = workload;
  const like = {
    strong: 'it has the name of the component',
    likely: 'its name begins like that of the component',
    weak: `it runs in namespace ${ref.namespace}, which the entity names`,
  }[match];
  const hint = nearest?.component === component.ref ? nearest.why : label && `it carries the label ${label}`;
  return hint ? `${like}; ${hint}` : like;
}

/** With a label to be found by, the entity's side; without one, the label that the workload's side lacks. */
function suggestionFor({ selector }: CatalogComponent, { ref, label }: UnmappedWorkload): string {
  if (!label) return `metadata:\n  labels:\n    ${annotations.kubernetesId}: ${selector.id}\n`;
  const lines = [
    'metadata:',
    `  name: ${selector.name}`,
    '  annotations:',
    `    ${annotations.kubernetesLabelSelector}: ${label}`,
    ...(ref.namespace ? [`    ${annotations.kubernetesNamespace}: ${ref.namespace}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The likeliest first. What is the same in several clusters is one. */
export function nearestWorkloads(component: CatalogComponent, sources: readonly StoredSource[]): NearestWorkload[] {
  const found = sources
    .flatMap(({ unmapped }) => unmapped)
    .flatMap(workload => {
      const match = matchOf(component, workload);
      return match ? [{ workload, match }] : [];
    });
  const groups = groupBy(found, ({ workload: { ref } }) => `${ref.kind}/${ref.namespace}/${ref.name}`);
  return [...groups.values()]
    .map(([{ workload, match }, ...others]): NearestWorkload => ({
      kind: workload.ref.kind,
      namespace: workload.ref.namespace ?? '',
      name: workload.ref.name,
      clusters: [workload.ref.cluster, ...others.map(other => other.workload.ref.cluster)],
      match,
      why: whyOf(component, workload, match),
      suggestion: suggestionFor(component, workload),
    }))
    .sort((a, b) => matches.indexOf(a.match) - matches.indexOf(b.match) || (a.name < b.name ? -1 : 1))
    .slice(0, most);
}
