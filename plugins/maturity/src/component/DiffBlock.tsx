// A change of an object as lines of YAML: a sign before each line tells what goes and what comes, colour repeats it.
import type { FixDiff } from '@maturity-roadmap/engine';
import { makeStyles } from '@material-ui/core/styles';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { useTexts } from '../translation/useTexts';

interface DiffBlockProps {
  /** Accessible name. */
  label: string;
  diff: FixDiff;
}

const useStyles = makeStyles({
  pre: { margin: 0, padding: '8px 0', overflowX: 'auto', fontFamily: 'monospace', fontSize: 12, lineHeight: '18px' },
  lines: { display: 'inline-block', minWidth: '100%' },
  line: { display: 'block', padding: '0 12px' },
});

const signs = { same: ' ', removed: '-', added: '+' } as const;

/** The same as text, to be pasted into a merge request. */
export function diffText({ lines }: FixDiff, heading: string): string {
  const body = lines.map(line => (line.change === 'gap' ? '@@' : `${signs[line.change]}${line.text}`));
  return `@@ ${heading} @@\n${body.join('\n')}\n`;
}

/** The lines as they will be: of a new object the manifest. */
export const newText = ({ lines }: FixDiff): string =>
  lines.flatMap(line => (line.change === 'added' ? `${line.text}\n` : [])).join('');

/** It scrolls within itself, so it can be reached by keyboard. */
export function DiffBlock({ label, diff }: DiffBlockProps) {
  const classes = useStyles();
  const t = useTexts();
  const { diff: colors } = useMaturityTokens();
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={classes.pre} tabIndex={0} aria-label={label} role="region">
      <code className={classes.lines}>
        {diff.lines.map((line, at) => {
          if (line.change === 'gap')
            return (
              <span key={at} className={classes.line} title={t('mending.patch.gap')}>
                ⋯
              </span>
            );
          const color = line.change === 'same' ? undefined : colors[line.change];
          return (
            <span
              key={at}
              className={classes.line}
              data-change={line.change}
              style={color && { background: color.fill, color: color.ink }}
            >
              {signs[line.change]}
              {line.text}
            </span>
          );
        })}
      </code>
    </pre>
  );
}
