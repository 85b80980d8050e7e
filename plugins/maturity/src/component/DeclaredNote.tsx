// Where a change has to be made to last: by the release that delivers the object, else in the component's source.
import { ANNOTATION_SOURCE_LOCATION } from '@backstage/catalog-model';
import type { PatchView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CodeIcon from '@material-ui/icons/Code';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    gap: 12,
    padding: 12,
    marginBottom: 8,
    borderLeft: `3px solid ${theme.palette.primary.main}`,
    overflowWrap: 'anywhere',
  },
}));

const tools = { helm: 'Helm', 'argo-cd': 'Argo CD', flux: 'Flux' } as const;
const isWeb = (url: string | undefined): url is string => /^https?:\/\//.test(url ?? '');

function Outward({ url, children }: { url: string; children: string }) {
  return (
    <Link href={url} target="_blank" rel="noopener">
      {children}
    </Link>
  );
}

/** By what is to change: what stays as it was, what is added beside it, and what lies in the repository anyway. */
const texts = {
  patch: {
    byRelease: 'mending.declared.byRelease',
    inSource: 'mending.declared.inSource',
    unknown: 'mending.declared.unknown',
  },
  create: {
    byRelease: 'mending.declared.besideRelease',
    inSource: 'mending.declared.besideSource',
    unknown: 'mending.declared.besideUnknown',
  },
  edit: {
    byRelease: 'mending.declared.byRelease',
    inSource: 'mending.declared.inRepository',
    unknown: 'mending.declared.inRepositoryUnknown',
  },
} as const;

/** Needs an entity around it. */
export function DeclaredNote({ patch: { kind, delivery } }: { patch: PatchView }) {
  const classes = useStyles();
  const t = useTexts();
  const { highlight } = useMaturityTokens();
  const location = useEntity().entity.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION]?.replace(/^url:/, '');
  const bare = (url: string) => url.replace(/^https?:\/\//, '');
  const { byRelease, inSource, unknown } = texts[kind];
  return (
    <div className={classes.root} style={{ background: highlight }}>
      <CodeIcon fontSize="small" />
      <Typography variant="caption" component="div">
        <strong>{t('mending.declared.title')}</strong>{' '}
        {delivery && t(byRelease, { tool: tools[delivery.tool], name: <code>{delivery.name}</code> })}{' '}
        {isWeb(delivery?.repository) && <Outward url={delivery.repository}>{bare(delivery.repository)}</Outward>}{' '}
        {delivery?.path && t('mending.declared.path', { path: <code>{delivery.path}</code> })}
        {!delivery &&
          (isWeb(location) ? t(inSource, { link: <Outward url={location}>{bare(location)}</Outward> }) : t(unknown))}
      </Typography>
    </div>
  );
}
