// Volumes are of the kinds that reach no node and no storage but through a claim.
import type { Control } from './Control';
import { listOf } from './securityContexts';

/** `image` came with 1.31, but is allowed at every version: it can't be set where it does not exist. */
const allowed = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);

/** The field that holds a volume's source. The API server makes a volume without one an emptyDir. */
function sourcesOf(volume: object): string[] {
  const fields = volume as Readonly<Record<string, unknown>>;
  return Object.keys(fields).filter(field => field !== 'name' && fields[field] !== null && fields[field] !== undefined);
}

export const restrictedVolumes: Control = {
  id: 'restrictedVolumes',
  level: 'restricted',
  replaces: ['hostPathVolumes'],
  versions: [
    {
      minimum: 0,
      review: ({ spec }) =>
        listOf(spec.volumes).flatMap(volume => {
          const sources = sourcesOf(volume);
          if (sources.length === 0 || sources.some(source => allowed.has(source))) return [];
          const [source] = sources;
          const expected = `one of ${[...allowed].join(', ')}`;
          return [{ path: `spec.volumes[${volume.name}].${source}`, observed: source, expected }];
        }),
    },
  ],
};
