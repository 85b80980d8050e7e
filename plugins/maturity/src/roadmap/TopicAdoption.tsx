// How many services meet a topic, mine among them, and in which clusters.
import type { TopicView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Verdict } from '@maturity-roadmap/engine';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { MineSquares } from '../marks/MineSquares';
import { ShareBar } from '../marks/ShareBar';
import { RowHead } from '../states/RowHead';
import { Section } from '../states/Section';
import { partOf, percent } from '../theme/format';

interface TopicAdoptionProps {
  topic: TopicView;
  mine: readonly Verdict[];
}

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'baseline', padding: 16 },
  figure: { fontSize: 28, lineHeight: '32px', fontWeight: 700, fontVariantNumeric: 'tabular-nums' },
  mine: { marginLeft: 'auto', display: 'inline-flex', gap: 8, alignItems: 'center' },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

/** A service counts as meeting a topic when it does in all of its clusters. */
export function TopicAdoption({ topic, mine }: TopicAdoptionProps) {
  const classes = useStyles();
  const { met, applicable, unknown } = topic.adoption;
  const applying = mine.filter(verdict => verdict !== 'notApplicable');
  const mineMet = applying.filter(verdict => verdict === 'pass' || verdict === 'warn').length;
  return (
    <Section title="Adoption" subtitle={unknown > 0 ? `${unknown} can not be judged` : undefined}>
      <div className={classes.head}>
        <span className={classes.figure}>{met}</span>
        <Typography variant="body2">of {applicable} services</Typography>
        {applying.length > 0 && (
          <span className={classes.mine}>
            <MineSquares verdicts={mine} /> yours {mineMet} of {applying.length}
          </span>
        )}
      </div>
      {topic.environments.length > 0 && (
        <Table size="small" aria-label="Adoption by cluster">
          <TableBody>
            {topic.environments.map(environment => (
              <TableRow key={environment.environment}>
                <RowHead>{environment.environment}</RowHead>
                <TableCell>
                  <ShareBar part={partOf(environment)} />
                </TableCell>
                <TableCell align="right" className={classes.number}>
                  {percent(partOf(environment))}
                </TableCell>
                <TableCell align="right" className={classes.number}>
                  {environment.met} / {environment.applicable}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}
