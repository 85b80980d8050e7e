// The corner of the heat map: how to read its shades, and what the numbers beside the rows count.
import { makeStyles } from '@material-ui/core/styles';
import { usePhone } from '../states/usePhone';
import { useTexts } from '../translation/useTexts';
import { HeatMapKey } from './HeatMapKey';

const useStyles = makeStyles(theme => ({
  root: {
    '&&': { padding: '4px 8px 28px 0' },
    position: 'sticky',
    left: 0,
    zIndex: 2,
    background: theme.palette.background.paper,
    verticalAlign: 'top',
    '@media print': { '&&': { padding: '4px 8px 20px 0 !important' }, position: 'relative' },
  },
  services: {
    position: 'absolute',
    right: 8,
    bottom: 8,
    fontSize: 12,
    lineHeight: '16px',
    color: theme.palette.text.secondary,
  },
}));

/** Stays while the columns scroll. A phone has no room for the key beside them. */
export function HeatMapCorner() {
  const classes = useStyles();
  const t = useTexts();
  const isPhone = usePhone();
  return (
    <td rowSpan={2} className={classes.root}>
      {!isPhone && <HeatMapKey />}
      <div className={classes.services}>{t('heatmap.services')}</div>
    </td>
  );
}
