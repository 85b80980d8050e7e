// One small mark for each of my services: filled meets, hollow not yet, circle unknown, dash not applicable.
import type { Verdict } from '@maturity-roadmap/engine';
import { useMaturityTokens } from '../theme/useMaturityTokens';

interface MineSquaresProps {
  verdicts: readonly Verdict[];
}

/** More marks than this would be counted by nobody. */
const most = 8;

/** Decorative: "yours 2 of 3" always stands beside it. */
export function MineSquares({ verdicts }: MineSquaresProps) {
  const color = useMaturityTokens().share.met;
  const shown = verdicts.slice(0, most);
  return (
    <svg width={shown.length * 11} height={10} aria-hidden style={{ flex: 'none' }}>
      {shown.map((verdict, at) => (
        <g key={at} transform={`translate(${at * 11} 0)`} stroke={color} strokeWidth="1.2" fill="none">
          {markOf(verdict, color)}
        </g>
      ))}
    </svg>
  );
}

function markOf(verdict: Verdict, color: string): JSX.Element {
  switch (verdict) {
    case 'pass':
    case 'warn':
      return <rect x="1" y="1" width="8" height="8" fill={color} />;
    case 'fail':
      return <rect x="1" y="1" width="8" height="8" />;
    case 'unknown':
      return <circle cx="5" cy="5" r="4" />;
    default:
      return <path d="M1 5h8" />;
  }
}
