// Who would rise and who would drop, level by level and by name.
import type { LevelCount, WhatIf } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { LevelName } from '../marks/LevelName';
import { ComponentLink } from '../states/ComponentLink';
import { RowHead } from '../states/RowHead';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: 16, alignItems: 'flex-start' },
  levels: { flex: '1 1 320px', overflowX: 'auto' },
  moved: { flex: '2 1 400px', overflowX: 'auto' },
  number: { fontVariantNumeric: 'tabular-nums' },
  // Its edge is that of the text around.
  table: { '&& [class*="MuiTableRow-root"] > :first-child': { paddingLeft: 0 } },
});

/** Those that would drop come first. */
export function WhatIfResult({ answer, levels }: { answer: WhatIf; levels: readonly LevelCount[] }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { rise, drop, items } = answer;
  const services = (count: number) => t('marks.services', { count });
  return (
    <div aria-live="polite">
      <Typography variant="subtitle2" component="p" gutterBottom>
        {rise + drop === 0
          ? t('steering.whatIf.nobody')
          : t('steering.whatIf.result', { rise: services(rise), drop: services(drop) })}
      </Typography>
      <div className={classes.root}>
        <div className={classes.levels}>
          <Table size="small" className={classes.table} aria-label={t('steering.whatIf.level')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('steering.whatIf.level')}</TableCell>
                <TableCell align="right">{t('steering.whatIf.before')}</TableCell>
                <TableCell align="right">{t('steering.whatIf.after')}</TableCell>
                <TableCell />
              </TableRow>
            </TableHead>
            <TableBody>
              {[...answer.levels].reverse().map(({ id, before, after }) => (
                <TableRow key={id}>
                  <RowHead>
                    <LevelName levels={levels} level={id} size={16} />
                  </RowHead>
                  <TableCell align="right" className={classes.number}>
                    {format.number(before)}
                  </TableCell>
                  <TableCell align="right" className={classes.number}>
                    <strong>{format.number(after)}</strong>
                  </TableCell>
                  <TableCell align="right" className={classes.number}>
                    {format.signed(after - before)}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
        {items.length > 0 && (
          <div className={classes.moved}>
            <Table size="small" className={classes.table} aria-label={t('steering.whatIf.service')}>
              <TableHead>
                <TableRow>
                  <TableCell>{t('steering.whatIf.service')}</TableCell>
                  <TableCell>{t('steering.whatIf.from')}</TableCell>
                  <TableCell>{t('steering.whatIf.to')}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {items.map(item => (
                  <TableRow key={item.ref}>
                    <RowHead>
                      <ComponentLink component={item} />
                    </RowHead>
                    <TableCell>
                      <LevelName levels={levels} level={item.from} size={14} />
                    </TableCell>
                    <TableCell>
                      <LevelName levels={levels} level={item.to} size={14} />
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
            {items.length < rise + drop && (
              <Typography variant="caption" color="textSecondary">
                {t('steering.whatIf.shown', { shown: items.length, all: rise + drop })}
              </Typography>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
