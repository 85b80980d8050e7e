// A share of services as a bar.
import { useMaturityTokens } from '../theme/useMaturityTokens';

interface ShareBarProps {
  /** 0 to 1; undefined where it applies to none. */
  part: number | undefined;
  /** Width in pixels, or any CSS length. */
  width?: number | string;
}

/** Decorative: the figures always stand beside it. */
export function ShareBar({ part, width = 80 }: ShareBarProps) {
  const { met, rest } = useMaturityTokens().share;
  return (
    <span
      aria-hidden
      style={{ display: 'inline-block', width, height: 8, borderRadius: 4, background: rest, overflow: 'hidden' }}
    >
      <span style={{ display: 'block', height: '100%', width: `${(part ?? 0) * 100}%`, background: met }} />
    </span>
  );
}
