// My services in a topic, each with what was found and the way to its evidence.
import type { TopicView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../marks/VerdictMark';
import { ComponentLink } from '../states/ComponentLink';
import { RowHead } from '../states/RowHead';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  found: { display: 'flex', gap: 8, alignItems: 'flex-start', '& > svg': { marginTop: 2 } },
});

/** Nothing for who has none. */
export function TopicMine({ topic }: { topic: TopicView }) {
  const classes = useStyles();
  const t = useTexts();
  if (topic.mine.length === 0) return null;
  return (
    <div className={classes.scroll}>
      <Table size="small" aria-label={t('learning.topic.mine')}>
        <TableBody>
          {topic.mine.map(component => (
            <TableRow key={component.ref}>
              <RowHead>
                <ComponentLink component={component} {...(component.check ? { check: component.check } : {})} />
              </RowHead>
              <TableCell>
                <span className={classes.found}>
                  <VerdictMark verdict={component.verdict} /> {component.reason}
                </span>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
