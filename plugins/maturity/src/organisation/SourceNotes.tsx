// What is wrong with one source: the whole of it, kinds that can't be read with the rule that is missing, broken files.
import type { SourceStatus } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CopyableCode } from '../states/CopyableCode';
import type { Format } from '../theme/format';
import { useFormat } from '../theme/useFormat';
import type { Texts } from '../translation/useTexts';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({
  note: { padding: 16 },
  mono: { fontFamily: 'monospace', fontSize: 12 },
});

const nameOf = (kind: string) => kind.slice(kind.lastIndexOf('/') + 1);

const states = ['forbidden', 'unreachable', 'stale'] as const;

/** Kinds in one state as one line, with since when they are. */
function kindsIn(source: SourceStatus, state: (typeof states)[number], t: Texts, format: Format) {
  const kinds = source.kinds.filter(kind => kind.state === state);
  if (kinds.length === 0) return undefined;
  const [since] = kinds.flatMap(kind => ('since' in kind && kind.since ? [kind.since] : [])).sort();
  const what = t(`organisation.coverage.${state}`, { kinds: format.list(kinds.map(({ kind }) => nameOf(kind))) });
  return since ? t('organisation.coverage.since', { what, when: format.instant(since) }) : what;
}

/** Shown only for sources with something to say. */
export function SourceNotes({ source }: { source: SourceStatus }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const lines = states.flatMap(state => kindsIn(source, state, t, format) ?? []);
  return (
    <div className={classes.note}>
      <Typography variant="subtitle2">{source.environment}</Typography>
      {source.error && <Typography variant="body2">{source.error}</Typography>}
      {!source.error &&
        lines.map(line => (
          <Typography key={line} variant="body2">
            {line}
          </Typography>
        ))}
      {source.missingRule && (
        <>
          <Typography variant="body2">{t('organisation.coverage.addRule')}</Typography>
          <CopyableCode text={source.missingRule} />
        </>
      )}
      {source.problems.map((problem, at) => (
        <Typography key={at} variant="body2">
          <span className={classes.mono}>
            {problem.file}:{problem.line}
          </span>{' '}
          {problem.message}
        </Typography>
      ))}
    </div>
  );
}
