// The checks whose mending lifts most components, and where one change may mend many.
import type { Leverage } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Loaded } from '../hooks/useLoad';
import { checkRouteRef } from '../routes';
import { LoadError } from '../states/LoadError';
import { RowHead } from '../states/RowHead';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { Section } from '../states/Section';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  number: { fontVariantNumeric: 'tabular-nums' },
  empty: { padding: 16 },
});

const shown = 6;

/** Each check leads to its page. */
export function LeverageCard({ leverage }: { leverage: Loaded<Leverage> }) {
  const classes = useStyles();
  const { value, error, reload } = leverage;
  const checkRoute = useRouteRef(checkRouteRef);
  return (
    <Section title="Leverage" subtitle="one change, many services">
      {error && !value && <LoadError what="The leverage" error={error} onRetry={reload} />}
      {!value && !error && <RowsSkeleton rows={4} label="Loading the leverage" />}
      {value?.items.length === 0 && (
        <Typography variant="body2" className={classes.empty}>
          Nothing keeps a service from its next level.
        </Typography>
      )}
      {value && value.items.length > 0 && (
        <div className={classes.scroll}>
          <Table size="small" aria-label="Leverage">
            <TableHead>
              <TableRow>
                <TableCell>Change</TableCell>
                <TableCell align="right">Blocks</TableCell>
                <TableCell align="right">Lifts alone</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {value.items.slice(0, shown).map(item => (
                <TableRow key={item.check}>
                  <RowHead>
                    <Link to={checkRoute({ checkId: item.check })}>{item.title}</Link>
                    <Typography variant="caption" color="textSecondary" component="div">
                      {item.places
                        .map(place => `${place.environment} / ${place.namespace}: ${place.components}`)
                        .join(', ')}
                    </Typography>
                  </RowHead>
                  <TableCell align="right" className={classes.number}>
                    {item.blocks}
                  </TableCell>
                  <TableCell align="right" className={classes.number}>
                    <strong>{item.lifts}</strong>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </Section>
  );
}
