// A verdict as a shape of its own, so that colour never has to tell it.
import type { Verdict } from '@maturity-roadmap/engine';
import { useTheme } from '@material-ui/core/styles';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { useTexts } from '../translation/useTexts';

interface VerdictMarkProps {
  verdict: Verdict;
  /** Side in pixels. */
  size?: number;
  /** Accessible name; the verdict in words if absent, none if a text beside it says the same. */
  title?: string | false;
}

/** Circle with tick, octagon with cross, triangle with exclamation mark, dashed circle with question mark, or dash. */
export function VerdictMark({ verdict, size = 16, title: given }: VerdictMarkProps) {
  const t = useTexts();
  const title = given ?? t(`marks.verdict.${verdict}`);
  const color = useMaturityTokens().verdict[verdict];
  const { paper } = useTheme().palette.background;
  const name = title === false ? { 'aria-hidden': true } : { role: 'img', 'aria-label': title };
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      style={{ color, flex: 'none', verticalAlign: 'middle' }}
      data-verdict={verdict}
      {...name}
    >
      {title !== false && <title>{title}</title>}
      {shapeOf(verdict, paper)}
    </svg>
  );
}

/** Lines on a filled shape have the colour of the paper, so that they stand out in both themes. */
function shapeOf(verdict: Verdict, paper: string): JSX.Element {
  const ink = { stroke: paper, strokeWidth: 1.6, strokeLinecap: 'round', fill: 'none' } as const;
  const shapes: Record<Verdict, JSX.Element> = {
    pass: (
      <>
        <circle cx="8" cy="8" r="7" fill="currentColor" />
        <path d="M4.8 8.3 7 10.5l4.2-4.6" {...ink} />
      </>
    ),
    fail: (
      <>
        <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />
        <path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" {...ink} />
      </>
    ),
    warn: (
      <>
        <path d="M8 1.2 15.4 14.4H.6z" fill="currentColor" />
        <path d="M8 6v3.6m0 2.2v.1" {...ink} />
      </>
    ),
    unknown: (
      <>
        <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.6 1.6" />
        <path d="M6.2 6.4a1.9 1.9 0 1 1 2.7 1.7c-.6.3-.9.7-.9 1.3m0 2v.1" {...ink} stroke="currentColor" />
      </>
    ),
    notApplicable: <path d="M3.5 8h9" {...ink} stroke="currentColor" strokeWidth="1.8" />,
  };
  return shapes[verdict];
}
