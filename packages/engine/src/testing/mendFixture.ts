// Applies a fix to the files of a fixture, to prove that it turns the verdict.
import { applyEdits, applyOperations } from '../fixes';
import type { Change, FileEdit, Fix, KubernetesObject, ObjectPatch } from '../model';
import { changesOf, kindIdOf } from '../model';
import type { ObjectIndex } from '../objects';
import type { Fixture } from './judgeFixture';

type Files = Fixture['files'];

function patched({ object: ref, operations }: ObjectPatch, index: ObjectIndex): KubernetesObject {
  const kind = kindIdOf(ref.apiVersion, ref.kind);
  const object = kind && (index.get(kind, ref.namespace ?? '', ref.name) as KubernetesObject | undefined);
  if (!object) throw new Error(`the fix names an object that is not there: ${ref.kind} ${ref.name}`);
  return applyOperations(object, operations);
}

function edited(files: Files, { object, edits, isNew }: FileEdit): Files {
  // A lone file is the Dockerfile, whatever its name: the verdict is its name.
  const [lone, another] = files;
  const named = another || lone.path.endsWith('.yaml') ? files : [{ ...lone, path: 'Dockerfile' }];
  const file = named.find(({ path }) => path === object.name);
  if (Boolean(file) === Boolean(isNew)) throw new Error(`${object.name} is ${file ? 'there already' : 'not there'}`);
  const text = applyEdits(file?.text ?? '', edits);
  return file ? named.map(one => (one === file ? { ...one, text } : one)) : [...named, { path: object.name, text }];
}

/** Behind all other objects of the cluster: of two definitions of one object the later counts. */
function withObject(files: Files, object: KubernetesObject): Files {
  const cluster = files.find(({ path }) => path === 'cluster.yaml') ?? files[0];
  const text = `${cluster.text}\n---\n${JSON.stringify(object)}\n`;
  return files.map(one => (one === cluster ? { ...one, text } : one));
}

function changed(files: Files, change: Change, index: ObjectIndex): Files {
  if (change.kind === 'edit') return edited(files, change);
  if (change.kind !== 'create') return withObject(files, patched(change, index));
  const { apiVersion, kind, namespace = '', name } = change.object;
  const id = kindIdOf(apiVersion, kind);
  if (!id) throw new Error(`the fix creates an object of a kind that is not known: ${apiVersion} ${kind}`);
  if (index.get(id, namespace, name)) throw new Error(`the fix creates what is there already: ${kind} ${name}`);
  return withObject(files, change.manifest);
}

/**
 * A fixture with a fix applied to its files.
 *
 * @param index - of the fixture as it is
 * @throws Error if the fix does not fit: an object or a line that it changes is not there, or what it creates is
 * @public
 */
export function mendFixture(fixture: Fixture, fix: Fix, index: ObjectIndex): Fixture {
  const files = changesOf(fix).reduce<Files>((all, change) => changed(all, change, index), fixture.files);
  return { name: `${fixture.name} after its fix`, files };
}
