// The changes that would mend what fails, each as a diff with its command, and where it has to be made.
import type { PatchView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CopyButton } from '../states/CopyButton';
import { CopyableCode } from '../states/CopyableCode';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { DeclaredNote } from './DeclaredNote';
import { DiffBlock, diffText } from './DiffBlock';
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

/** `shop / Deployment cart, prod, staging`. */
export function patchPlace({ object, environments }: PatchView, t: Texts, format: Format): string {
  const facts = { object: `${object.kind} ${object.name}`, environments: format.list(environments) };
  return object.namespace
    ? t('mending.patch.place', { ...facts, namespace: object.namespace })
    : t('mending.patch.placeless', facts);
}

/** One patch for each object that has to change. */
export function PatchPart({ patches }: { patches: readonly PatchView[] }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  return (
    <>
      {patches.map((patch, at) => {
        const { diff, command, object } = patch;
        const place = patchPlace(patch, t, format);
        return (
          <div key={at}>
            <div className={classes.root}>
              <div className={classes.head}>
                <span>{place}</span>
                {diff && <span>{t('mending.patch.lines', { added: diff.added, removed: diff.removed })}</span>}
                {diff && (
                  <span className={classes.copy}>
                    <CopyButton size="small" label={t('mending.patch.copyDiff')} text={diffText(diff, place)} />
                  </span>
                )}
              </div>
              {diff ? (
                <DiffBlock label={t('mending.patch.diffOf', { object: `${object.kind} ${object.name}` })} diff={diff} />
              ) : (
                <Typography className={classes.text} variant="body2">
                  {t('mending.patch.noDiff')}
                </Typography>
              )}
            </div>
            <DeclaredNote patch={patch} />
            <CopyableCode wrap text={command} />
          </div>
        );
      })}
      <Typography variant="caption" color="textSecondary">
        {t('mending.patch.hidden')}
      </Typography>
    </>
  );
}
