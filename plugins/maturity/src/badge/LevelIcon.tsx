// The stair of a badge; the plugin's own icon until the level is known.
import AssessmentIcon from '@material-ui/icons/Assessment';
import { LevelMark } from '../marks/LevelMark';
import type { LevelBadgeFacts } from './useLevelBadge';

interface LevelIconProps {
  badge: LevelBadgeFacts;
  /** Side in pixels. */
  size?: number;
}

/** Decorative: the level's name always stands beside it. */
export function LevelIcon({ badge: { rank, of }, size = 24 }: LevelIconProps) {
  if (rank === undefined || rank < 0) return <AssessmentIcon aria-hidden style={{ fontSize: size }} />;
  return <LevelMark rank={rank} of={of} size={size} />;
}
