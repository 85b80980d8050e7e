// A compose file without its version, which says nothing any more.
import type { FileEdit, Fix, ObjectView, RepositoryFile } from '@maturity-roadmap/engine';
import { editFile, linesOfText } from '@maturity-roadmap/engine';
import type { ComposeProject } from '../repository';

const versionLine = /^(version|"version"|'version')\s*:/;
const isEmpty = (line: string | undefined) => line?.trim() === '';

function withoutVersion(file: RepositoryFile, index: ObjectView<'repository/v1/ComposeFile'>): FileEdit[] {
  const lines = linesOfText(file.text);
  const at = lines.findIndex(line => versionLine.test(line));
  if (at < 0) return [];
  // The empty line behind it belonged to it.
  const isAlone = isEmpty(lines[at + 1]) && (at === 0 || isEmpty(lines[at - 1]));
  const left = lines.filter((_, i) => i !== at && !(isAlone && i === at + 1));
  return [editFile(index.ref(file), file, `${left.join('\n')}\n`) ?? []].flat();
}

/** Takes the version out of the main file and of the one that is laid over it. */
export function versionFix(
  { file, folder }: ComposeProject,
  index: ObjectView<'repository/v1/ComposeFile'>,
): Fix | undefined {
  const isOver = ({ metadata: { name } }: RepositoryFile) =>
    name.startsWith(folder) && /^(docker-)?compose\.override\.ya?ml$/.test(name.slice(folder.length));
  const files = [file, ...index.all('repository/v1/ComposeFile').filter(isOver)];
  const [first, ...also] = files.flatMap(one => withoutVersion(one, index));
  return first && (also.length > 0 ? { ...first, also } : first);
}
