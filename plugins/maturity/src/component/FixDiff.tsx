// The change that would mend the object, as a patch to copy.
import type { Fix } from '@maturity-roadmap/engine';
import Typography from '@material-ui/core/Typography';
import { CopyableCode } from '../states/CopyableCode';
import { useTexts } from '../translation/useTexts';

/** The command that applies the patch to the object; a change in Git is better, and the text says so. */
function commandOf({ object, operations }: Fix): string {
  const namespace = object.namespace ? ` -n ${object.namespace}` : '';
  const patch = JSON.stringify(operations, undefined, 1).replace(/'/g, `'\\''`);
  return `kubectl patch ${object.kind.toLowerCase()} ${object.name}${namespace} --type=json -p '${patch}'`;
}

/** Shows the operations of the fix in the form that kubectl takes. */
export function FixDiff({ fix }: { fix: Fix }) {
  const t = useTexts();
  return (
    <>
      <Typography variant="body2">
        {t('component.evidence.patch', { object: `${fix.object.kind} ${fix.object.name}` })}
      </Typography>
      <CopyableCode text={commandOf(fix)} />
    </>
  );
}
