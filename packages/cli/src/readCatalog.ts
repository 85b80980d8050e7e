// Reads the entities of a catalog file as far as they claim workloads.
import type { ComponentSelector, Problem } from '@maturity-roadmap/engine';
import { annotations, componentSelector } from '@maturity-roadmap/engine';
import { LineCounter, parseAllDocuments } from 'yaml';

/** A component of the catalog file. */
export interface CatalogEntry {
  selector: ComponentSelector;
  dockerfile?: string;
  /** The entity itself. */
  entity: object;
}

interface Entity {
  kind?: unknown;
  metadata?: { name?: unknown; namespace?: unknown; annotations?: Record<string, string> };
}

/**
 * The components of a catalog file; entities of other kinds are passed over.
 *
 * @param problems - collects what can't be used, with its line
 */
export function readCatalog(text: string, file: string, problems: Problem[]): CatalogEntry[] {
  const lineCounter = new LineCounter();
  const entries: CatalogEntry[] = [];
  for (const document of parseAllDocuments(text, { lineCounter, prettyErrors: false })) {
    const at = document.contents?.range?.[0] ?? 0;
    const line = lineCounter.linePos(document.errors[0]?.pos[0] ?? at).line;
    if (document.errors.length > 0) {
      problems.push({ file, line, message: `not valid YAML: ${document.errors[0].message}. Mend the syntax.` });
      continue;
    }
    const entity = document.toJS() as Entity | null;
    if (entity?.kind !== 'Component') continue;
    const { name, namespace = 'default', annotations: own } = entity.metadata ?? {};
    if (typeof name !== 'string') {
      problems.push({ file, line, message: 'Component without metadata.name: add a name.' });
      continue;
    }
    // The manifests may be meant for any cluster, so an annotation that names one does not narrow.
    const { cluster: _, ...selector } = componentSelector(`component:${namespace}/${name}`.toLowerCase(), name, own);
    if (selector.problem) problems.push({ file, line, message: `${name}: ${selector.problem}` });
    const dockerfile = own?.[annotations.dockerfile];
    entries.push({ selector, entity, ...(dockerfile ? { dockerfile } : {}) });
  }
  return entries;
}
