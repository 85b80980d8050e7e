// The checks that prove a topic: what each asserts, how heavy it is, how many services pass.
import type { TopicView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { SharePart } from '../marks/SharePart';
import { checkRouteRef } from '../routes';
import { RowHead } from '../states/RowHead';
import { Section } from '../states/Section';
import { partOf } from '../theme/format';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  reads: { padding: '8px 16px' },
});

/** Says below what the checks read, since that is what a cluster must grant. */
export function TopicChecks({ topic }: { topic: TopicView }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const checkRoute = useRouteRef(checkRouteRef);
  const reads = [...new Set(topic.checks.flatMap(check => check.reads))];
  return (
    <Section title={t('roadmap.checks.title')} subtitle={t('roadmap.checks.subtitle')}>
      <div className={classes.scroll}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('roadmap.checks.asserted')}</TableCell>
              <TableCell>{t('roadmap.checks.severity')}</TableCell>
              <TableCell>{t('roadmap.checks.passRate')}</TableCell>
              <TableCell align="right">{t('roadmap.checks.services')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {topic.checks.map(check => (
              <TableRow key={check.id}>
                <RowHead>
                  <Link to={checkRoute({ checkId: check.id })}>{check.title}</Link>
                </RowHead>
                <TableCell>{t(`marks.severity.${check.advice ? 'advice' : check.severity}`)}</TableCell>
                <TableCell className={classes.number}>
                  <SharePart part={partOf(check)} />
                </TableCell>
                <TableCell align="right" className={classes.number}>
                  {format.share(check)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      <Typography variant="caption" color="textSecondary" component="p" className={classes.reads}>
        {reads.length > 0
          ? t('roadmap.checks.reads', { kinds: format.list(reads) })
          : t('roadmap.checks.readsWorkload')}
      </Typography>
    </Section>
  );
}
