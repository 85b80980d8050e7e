// A share of services as a ring with its percentage.
import { useFormat } from '../theme/useFormat';
import { useMaturityTokens } from '../theme/useMaturityTokens';

interface ShareRingProps {
  /** 0 to 1; undefined where it applies to none. */
  part: number | undefined;
  /** Side in pixels. */
  size?: number;
}

const radius = 17;
const length = 2 * Math.PI * radius;

/** So that it keeps clear of the ring: some languages set a space before the sign. */
const sizes: Record<number, number> = { 1: 12, 2: 12, 3: 12, 4: 10 };

/** Decorative: the count stands beside it. */
export function ShareRing({ part, size = 40 }: ShareRingProps) {
  const { met, rest } = useMaturityTokens().share;
  const format = useFormat();
  const text = format.percent(part);
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden style={{ flex: 'none' }}>
      <circle cx="20" cy="20" r={radius} fill="none" stroke={rest} strokeWidth="4" />
      {part !== undefined && part > 0 && (
        <circle
          cx="20"
          cy="20"
          r={radius}
          fill="none"
          stroke={met}
          strokeWidth="4"
          strokeDasharray={`${part * length} ${length}`}
          transform="rotate(-90 20 20)"
        />
      )}
      <text x="20" y="24" textAnchor="middle" fontSize={sizes[text.length] ?? 9} fontWeight="700" fill="currentColor">
        {text}
      </text>
    </svg>
  );
}
