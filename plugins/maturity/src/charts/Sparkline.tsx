// How a share went over time, as a line the height of a row.
import { useMaturityTokens } from '../theme/useMaturityTokens';

interface SparklineProps {
  /** 0 to 1, rising by day; undefined on days on which it applied to none. */
  parts: readonly (number | undefined)[];
  /** In pixels. */
  width?: number;
  height?: number;
}

const inset = 2;

/** Decorative: the change stands beside it as a number and a word. The lowest and the highest of its own days fill it. */
export function Sparkline({ parts, width = 64, height = 20 }: SparklineProps) {
  const { met } = useMaturityTokens().share;
  const known = parts.flatMap((part, at) => (part === undefined ? [] : [{ part, at }]));
  if (known.length < 2) return <svg width={width} height={height} aria-hidden />;
  const lowest = Math.min(...known.map(({ part }) => part));
  const highest = Math.max(...known.map(({ part }) => part));
  // A line that hardly moved shall not look as if it had.
  const span = Math.max(0.1, highest - lowest);
  const middle = (highest + lowest) / 2;
  const points = known.map(({ part, at }) => {
    const x = inset + (at / (parts.length - 1)) * (width - 2 * inset);
    const y = height / 2 - ((part - middle) / span) * (height - 2 * inset);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg width={width} height={height} aria-hidden style={{ display: 'block' }}>
      <polyline points={points.join(' ')} fill="none" stroke={met} strokeWidth="1.5" strokeLinejoin="round" />
    </svg>
  );
}
