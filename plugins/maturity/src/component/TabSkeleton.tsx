// The tab while its report is on its way: cards in the heights that they will have, so that nothing jumps.
import Paper from '@material-ui/core/Paper';
import Skeleton from '@material-ui/lab/Skeleton';
import { PageRoot } from '../states/PageRoot';
import { useDelayed } from '../states/useDelayed';

/** Standing, blockers, topics, in pixels; the last is cut off by the window anyway. */
const heights = [112, 232, 640];

/** Shows after a moment; announces itself at once. */
export function TabSkeleton({ label }: { label: string }) {
  const visible = useDelayed();
  return (
    <PageRoot>
      <div role="status" aria-label={label} style={{ display: 'grid', gap: 16 }}>
        {heights.map((height, at) =>
          visible ? (
            <Paper key={at} style={{ height, padding: 16, overflow: 'hidden' }}>
              {Array.from({ length: Math.floor((height - 32) / 40) }, (_, row) => (
                <Skeleton key={row} height={32} style={{ marginBottom: 8 }} width={row === 0 ? '30%' : '100%'} />
              ))}
            </Paper>
          ) : (
            <div key={at} style={{ height }} />
          ),
        )}
      </div>
    </PageRoot>
  );
}
