// A topic in the table, and below it, once opened, its checks.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Verdict } from '@maturity-roadmap/engine';
import Link from '@material-ui/core/Link';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../marks/VerdictMark';
import { RowHead } from '../states/RowHead';
import { usePhone } from '../states/usePhone';
import { useFormat } from '../theme/useFormat';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { useTexts } from '../translation/useTexts';
import type { TopicRow } from './topicRows';
import { TopicFound } from './TopicFound';
import { TopicChecksRow } from './TopicChecksRow';
import { repositoryColumn } from './topicRows';

interface TopicTableRowProps {
  row: TopicRow;
  view: ReportView;
  columns: readonly string[];
  /** Classes of cells that fold into one on a phone, and of that one. */
  foldedClass: string;
  worstClass: string;
  expanded: boolean;
  onToggle: () => void;
  onOpen: (check: string) => void;
}

const useStyles = makeStyles({
  name: { fontWeight: 700 },
  tier: { whiteSpace: 'nowrap' },
  topic: { minWidth: 150, '@media (min-width: 1100px)': { whiteSpace: 'nowrap' } },
  found: { minWidth: 240, '&&': { overflowWrap: 'anywhere' } },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

/** The name is a button that opens the checks; a check opens its evidence. */
export function TopicTableRow({
  row,
  view,
  columns,
  foldedClass,
  worstClass,
  expanded,
  onToggle,
  onOpen,
}: TopicTableRowProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { highlight } = useMaturityTokens();
  const isPhone = usePhone();
  const titleOf = (level: string) => view.roadmap.levels.find(({ id }) => id === level)?.title ?? level;
  const titleIn = (verdict: Verdict, column: string) =>
    t('marks.verdictIn', {
      verdict: t(`marks.verdict.${verdict}`),
      place: column === repositoryColumn ? t('component.topics.repository') : column,
    });
  const blocksNext = row.blocks && row.tier.to === view.report.nextLevel;
  return (
    <>
      <TableRow style={expanded ? { background: highlight } : undefined}>
        <RowHead>
          <Link
            component="button"
            align="left"
            className={`${classes.topic} ${row.verdict === 'fail' || row.verdict === 'unknown' ? classes.name : ''}`}
            aria-expanded={expanded}
            onClick={onToggle}
          >
            {row.title}
          </Link>
          {isPhone && (
            <Typography variant="caption" color="textSecondary" component="div">
              <TopicFound row={row} />
            </Typography>
          )}
        </RowHead>
        <TableCell className={`${classes.found} ${foldedClass}`}>{!isPhone && <TopicFound row={row} />}</TableCell>
        <TableCell className={`${classes.tier} ${foldedClass}`}>
          {blocksNext ? (
            <strong>{t('component.topics.blocks', { level: titleOf(row.tier.to) })}</strong>
          ) : (
            `${titleOf(row.tier.from)} → ${titleOf(row.tier.to)}`
          )}
        </TableCell>
        {columns.map(column => {
          const verdict = row.cells.get(column);
          return (
            <TableCell key={column} align="center" className={foldedClass}>
              {verdict && <VerdictMark verdict={verdict} title={titleIn(verdict, column)} />}
            </TableCell>
          );
        })}
        <TableCell align="center" className={worstClass}>
          <VerdictMark verdict={row.verdict} />
        </TableCell>
        <TableCell align="right" className={`${classes.number} ${foldedClass}`}>
          {row.applicable > 0 ? format.share(row) : '–'}
        </TableCell>
      </TableRow>
      {expanded && <TopicChecksRow row={row} view={view} span={columns.length + 5} onOpen={onOpen} />}
    </>
  );
}
