// What was found of each component behind a cell.
import type { CellComponent, HeatMap } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { LevelName } from '../marks/LevelName';
import { VerdictMark } from '../marks/VerdictMark';
import { ComponentLink } from '../states/ComponentLink';
import { RowHead } from '../states/RowHead';
import { useFormat } from '../theme/useFormat';
import type { Texts } from '../translation/useTexts';
import { useTexts } from '../translation/useTexts';

interface CellTableProps {
  title: string;
  items: readonly CellComponent[];
  topic: string;
  levels: HeatMap['roadmap']['levels'];
}

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  found: { display: 'flex', gap: 8, alignItems: 'flex-start', '& > svg': { marginTop: 2 }, minWidth: 240 },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

function foundText({ verdict, reason, environments }: CellComponent, places: string, t: Texts): string {
  if (verdict === 'pass') return t('steering.heat.allMet');
  if (!reason) return t(`marks.verdict.${verdict}`);
  return environments.length > 0 ? t('steering.heat.reasonIn', { environments: places, reason }) : reason;
}

/** The name leads to the topic's checks, "Evidence" to the verdict that decides. */
export function CellTable({ title, items, topic, levels }: CellTableProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  return (
    <div className={classes.scroll}>
      <Table size="small" aria-label={title}>
        <TableHead>
          <TableRow>
            <TableCell>{t('heatmap.panel.service')}</TableCell>
            <TableCell>{t('heatmap.panel.level')}</TableCell>
            <TableCell>{t('heatmap.panel.found')}</TableCell>
            <TableCell align="right">{t('steering.heat.observed')}</TableCell>
            <TableCell />
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(item => (
            <TableRow key={item.ref}>
              <RowHead>
                <ComponentLink component={item} topic={topic} />
              </RowHead>
              <TableCell>
                <LevelName levels={levels} level={item.level} size={16} />
              </TableCell>
              <TableCell>
                <span className={classes.found}>
                  <VerdictMark verdict={item.verdict} title={t(`marks.verdict.${item.verdict}`)} />
                  {foundText(item, format.list(item.environments), t)}
                </span>
              </TableCell>
              <TableCell align="right" className={classes.number}>
                <time title={format.instant(item.observedAt)}>{format.ago(item.observedAt)}</time>
              </TableCell>
              <TableCell align="right">
                {item.check && (
                  <ComponentLink
                    component={item}
                    check={item.check}
                    text={t('steering.heat.evidence')}
                    label={t('steering.heat.evidenceOf', { component: item.title })}
                  />
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
