// A level as a stair: as many filled steps as the level is high.
import { useMaturityTokens } from '../theme/useMaturityTokens';

interface LevelMarkProps {
  /** Position of the level, 0 for the first. */
  rank: number;
  /** Number of levels. */
  of: number;
  /** Side in pixels. */
  size?: number;
}

/** Decorative: the level's name always stands beside it. */
export function LevelMark({ rank, of, size = 20 }: LevelMarkProps) {
  const { filled, empty } = useMaturityTokens().level;
  const gap = 1.5;
  const width = (20 - gap * (of - 1)) / of;
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden style={{ flex: 'none' }}>
      {Array.from({ length: of }, (_, at) => {
        const height = 5 + (14 * at) / Math.max(1, of - 1);
        const isFilled = at <= rank;
        return (
          <rect
            key={at}
            x={at * (width + gap) + 0.5}
            y={19.5 - height}
            width={width - 1}
            height={height}
            fill={isFilled ? filled : 'none'}
            stroke={isFilled ? filled : empty}
          />
        );
      })}
    </svg>
  );
}
