// How an installation changes a check, makes exceptions from it or switches it off, with the limits in force.
import type { CheckDetails } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CopyableCode } from '../states/CopyableCode';
import { RowHead } from '../states/RowHead';
import { Section } from '../states/Section';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({ body: { padding: 16 }, scroll: { overflowX: 'auto' } });

/** A limit that was changed says what it is by default. */
export function CheckSettings({ check }: { check: CheckDetails }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  return (
    <Section title={t('checkpage.settings')}>
      {check.thresholds.length > 0 && (
        <div className={classes.scroll}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{t('checkpage.threshold')}</TableCell>
                <TableCell>{t('checkpage.meaning')}</TableCell>
                <TableCell>{t('checkpage.inForce')}</TableCell>
                <TableCell>{t('checkpage.range')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {check.thresholds.map(threshold => (
                <TableRow key={threshold.name}>
                  <RowHead>
                    <code>{threshold.name}</code>
                  </RowHead>
                  <TableCell>{threshold.meaning}</TableCell>
                  <TableCell>
                    {threshold.value === threshold.default
                      ? format.number(threshold.value)
                      : t('checkpage.changed', { value: threshold.value, default: threshold.default })}
                  </TableCell>
                  <TableCell>{t('checkpage.rangeOf', { min: threshold.min, max: threshold.max })}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
      <div className={classes.body}>
        <Typography variant="body2">{t('checkpage.settingsText')}</Typography>
        <CopyableCode text={check.settings} />
      </div>
    </Section>
  );
}
