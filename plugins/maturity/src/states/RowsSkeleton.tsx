// Rows that are still loading, in their final height.
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useDelayed } from './useDelayed';

interface RowsSkeletonProps {
  rows?: number;
  /** Height of a row in pixels. */
  height?: number;
  /** What is loading, for screen readers. */
  label: string;
}

const useStyles = makeStyles({ root: { padding: 16, display: 'grid', gap: 8 } });

/** Shows after a moment; announces itself at once. */
export function RowsSkeleton({ rows = 6, height = 32, label }: RowsSkeletonProps) {
  const classes = useStyles();
  const visible = useDelayed();
  return (
    <div className={classes.root} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} style={{ height }}>
          {visible && <Skeleton variant="rect" height={height} />}
        </div>
      ))}
    </div>
  );
}
