// How many services meet a topic in each cluster.
import type { TopicView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { ShareBar } from '../marks/ShareBar';
import { RowHead } from '../states/RowHead';
import { Section } from '../states/Section';
import { partOf } from '../theme/format';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

/** Nothing where only repositories are judged. */
export function TopicClusters({ topic }: { topic: TopicView }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  if (topic.environments.length === 0) return null;
  return (
    <Section title={t('learning.topic.byCluster')} subtitle={t('learning.topic.byClusterNote')}>
      <div className={classes.scroll}>
        <Table size="small" aria-label={t('roadmap.adoption.byCluster')}>
          <TableBody>
            {topic.environments.map(environment => (
              <TableRow key={environment.environment}>
                <RowHead>{environment.environment}</RowHead>
                <TableCell>
                  <ShareBar part={partOf(environment)} />
                </TableCell>
                <TableCell align="right" className={classes.number}>
                  {format.percent(partOf(environment))}
                </TableCell>
                <TableCell align="right" className={classes.number}>
                  {format.share(environment)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </Section>
  );
}
