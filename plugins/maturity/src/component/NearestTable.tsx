// Workloads of nobody that may be the component's, to choose one of.
import type { NearestWorkload } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Radio from '@material-ui/core/Radio';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { RowHead } from '../states/RowHead';
import { useFormat } from '../theme/useFormat';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { useTexts } from '../translation/useTexts';

interface NearestTableProps {
  nearest: readonly NearestWorkload[];
  /** Position of the chosen one. */
  chosen: number;
  onChoose: (at: number) => void;
}

const useStyles = makeStyles(theme => ({
  root: { borderTop: `1px solid ${theme.palette.divider}` },
  head: { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'baseline', padding: '12px 16px' },
  title: { fontSize: 16, lineHeight: '24px', fontWeight: 700, margin: 0 },
  scroll: { overflowX: 'auto' },
  name: { display: 'flex', alignItems: 'center' },
  radio: { padding: 4, marginRight: 4 },
}));

/** The likeliest first, and chosen unless another one is. */
export function NearestTable({ nearest, chosen, onChoose }: NearestTableProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { highlight } = useMaturityTokens();
  if (nearest.length === 0)
    return (
      <div className={classes.root}>
        <Typography variant="body2" className={classes.head}>
          {t('mending.notMapped.none')}
        </Typography>
      </div>
    );
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <h3 className={classes.title}>{t('mending.notMapped.nearest')}</h3>
        <Typography variant="caption" color="textSecondary">
          {t('mending.notMapped.choose')}
        </Typography>
      </div>
      <div className={classes.scroll}>
        <Table size="small" aria-label={t('mending.notMapped.nearest')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('mending.notMapped.workload')}</TableCell>
              <TableCell>{t('mending.notMapped.kind')}</TableCell>
              <TableCell>{t('mending.notMapped.clusters')}</TableCell>
              <TableCell>{t('mending.notMapped.why')}</TableCell>
              <TableCell>{t('mending.notMapped.match')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {nearest.map(({ kind, namespace, name, clusters, why, match }, at) => {
              const label = t('mending.notMapped.inNamespace', { name, namespace });
              return (
                <TableRow
                  key={`${kind}/${namespace}/${name}`}
                  style={at === chosen ? { background: highlight } : undefined}
                >
                  <RowHead>
                    <span className={classes.name}>
                      <Radio
                        size="small"
                        color="primary"
                        className={classes.radio}
                        name="maturity-nearest"
                        checked={at === chosen}
                        onChange={() => onChoose(at)}
                        inputProps={{ 'aria-label': label }}
                      />
                      <span>
                        <strong>{name}</strong>
                        <Typography variant="caption" color="textSecondary" display="block">
                          {namespace}
                        </Typography>
                      </span>
                    </span>
                  </RowHead>
                  <TableCell>{kind}</TableCell>
                  <TableCell>{format.list(clusters)}</TableCell>
                  <TableCell>{why}</TableCell>
                  <TableCell>{t(`mending.notMapped.strength.${match}`)}</TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </div>
    </div>
  );
}
