// The changes that would mend what fails, each as a diff with its command, and where it has to be made.
import type { PatchView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CopyButton } from '../states/CopyButton';
import { CopyableCode } from '../states/CopyableCode';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { DeclaredNote } from './DeclaredNote';
import { DiffBlock, diffText, newText } from './DiffBlock';
import type { Texts } from '../translation/useTexts';
import type { Format } from '../theme/format';

const useStyles = makeStyles(theme => ({
  root: { border: `1px solid ${theme.palette.divider}`, borderRadius: 4, marginBottom: 8 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 12px',
    alignItems: 'center',
    padding: '4px 12px',
    borderBottom: `1px solid ${theme.palette.divider}`,
    background: theme.palette.action.hover,
    fontFamily: 'monospace',
    fontSize: 12,
    lineHeight: '18px',
    overflowWrap: 'anywhere',
  },
  copy: { marginLeft: 'auto' },
  text: { padding: 12 },
}));

/** `shop / Deployment cart, prod, staging`; of a file its path. */
export function patchPlace({ kind, object, environments }: PatchView, t: Texts, format: Format): string {
  if (kind === 'edit') return object.name;
  const facts = { object: `${object.kind} ${object.name}`, environments: format.list(environments) };
  return object.namespace
    ? t('mending.patch.place', { ...facts, namespace: object.namespace })
    : t('mending.patch.placeless', facts);
}

/** What is changed or new, and how it is copied: of a new object its manifest. */
function PatchHead({ patch, place }: { patch: PatchView; place: string }) {
  const classes = useStyles();
  const t = useTexts();
  const { kind, diff, isNew } = patch;
  const isManifest = kind === 'create';
  return (
    <div className={classes.head}>
      <span>{place}</span>
      {isNew && <strong>{t('mending.patch.isNew')}</strong>}
      {diff && <span>{t('mending.patch.lines', { added: diff.added, removed: diff.removed })}</span>}
      {diff && (
        <span className={classes.copy}>
          <CopyButton
            size="small"
            label={t(isManifest ? 'mending.patch.copyManifest' : 'mending.patch.copyDiff')}
            text={isManifest ? newText(diff) : diffText(diff, place)}
          />
        </span>
      )}
    </div>
  );
}

/** One change for each object or file. */
export function PatchPart({ patches }: { patches: readonly PatchView[] }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  return (
    <>
      {patches.map((patch, at) => {
        const { kind, diff, command, object, isNew } = patch;
        const name = kind === 'edit' ? object.name : `${object.kind} ${object.name}`;
        return (
          <div key={at}>
            <div className={classes.root}>
              <PatchHead patch={patch} place={patchPlace(patch, t, format)} />
              {diff ? (
                <DiffBlock
                  label={t(isNew ? 'mending.patch.newOf' : 'mending.patch.diffOf', { object: name })}
                  diff={diff}
                />
              ) : (
                <Typography className={classes.text} variant="body2">
                  {t('mending.patch.noDiff')}
                </Typography>
              )}
            </div>
            <DeclaredNote patch={patch} />
            {/* The commands of the others hold all lines once more. */}
            {kind === 'patch' && <CopyableCode wrap text={command} />}
          </div>
        );
      })}
      {patches.some(({ kind }) => kind === 'patch') && (
        <Typography variant="caption" color="textSecondary">
          {t('mending.patch.hidden')}
        </Typography>
      )}
    </>
  );
}
