// The head of a group of topics with the same verdict.
import type { Verdict } from '@maturity-roadmap/engine';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../marks/VerdictMark';
import { RowHead } from '../states/RowHead';
import { useTexts } from '../translation/useTexts';

interface TopicGroupRowProps {
  verdict: Verdict;
  topics: number;
  columns: number;
}

const useStyles = makeStyles({
  label: { display: 'flex', gap: 8, alignItems: 'center' },
});

/** Across the whole table. */
export function TopicGroupRow({ verdict, topics, columns }: TopicGroupRowProps) {
  const classes = useStyles();
  const t = useTexts();
  return (
    <TableRow data-group>
      <RowHead groupOf={columns}>
        <span className={classes.label}>
          <VerdictMark verdict={verdict} title={false} />
          <strong>{t(`marks.verdict.${verdict}`)}</strong> {t('marks.topics', { count: topics })}
        </span>
      </RowHead>
    </TableRow>
  );
}
