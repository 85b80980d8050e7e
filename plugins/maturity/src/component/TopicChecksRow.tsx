// The checks of a topic, below its row in the table; each opens its evidence.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Link from '@material-ui/core/Link';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../marks/VerdictMark';
import { useFormat } from '../theme/useFormat';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { useTexts } from '../translation/useTexts';
import type { TopicRow } from './topicRows';
import { checkRows } from './topicRows';

interface TopicChecksRowProps {
  row: TopicRow;
  view: ReportView;
  /** Columns of the table. */
  span: number;
  onOpen: (check: string) => void;
}

const useStyles = makeStyles({
  checks: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 8 },
  check: { display: 'flex', gap: 8, alignItems: 'flex-start', '& > svg': { marginTop: 2 } },
});

/** Worst first, advice last. */
export function TopicChecksRow({ row, view, span, onOpen }: TopicChecksRowProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { highlight } = useMaturityTokens();
  return (
    <TableRow style={{ background: highlight }}>
      <TableCell colSpan={span}>
        <ul className={classes.checks} aria-label={t('component.topics.checksOf', { topic: row.title })}>
          {checkRows(row.records, view).map(check => (
            <li key={check.id} className={classes.check}>
              <VerdictMark verdict={check.verdict} />
              <span>
                <Link component="button" align="left" onClick={() => onOpen(check.id)}>
                  {check.title}
                </Link>
                <Typography variant="caption" color="textSecondary" display="block">
                  {[check.reason, format.list(check.environments), check.advice ? t('marks.severity.advice') : '']
                    .filter(Boolean)
                    .join(' · ')}
                </Typography>
              </span>
            </li>
          ))}
        </ul>
      </TableCell>
    </TableRow>
  );
}
