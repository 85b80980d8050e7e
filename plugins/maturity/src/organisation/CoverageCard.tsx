// What can't be judged and why, which sources fail, and workloads that belong to no component.
import type { OrganisationSummary } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../marks/VerdictMark';
import { Section } from '../states/Section';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { SourceNotes } from './SourceNotes';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  note: { padding: 16 },
  reason: { display: 'flex', gap: 8, alignItems: 'flex-start' },
});

/** The name in an entity ref. */
const nameOf = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1);

/** None of it counts against a service. */
export function CoverageCard({ summary }: { summary: OrganisationSummary }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { unknowns, unmapped, sources, coverage } = summary;
  const broken = sources.filter(source => source.error || source.problems.length > 0 || source.kinds.length > 0);
  const open =
    coverage === undefined ? undefined : t('organisation.coverage.subtitle', { share: format.percent(1 - coverage) });
  return (
    <Section title={t('organisation.coverage.title')} subtitle={open}>
      {unknowns.length === 0 && broken.length === 0 && unmapped.length === 0 && (
        <Typography className={classes.note} variant="body2">
          {t('organisation.coverage.allJudged')}
        </Typography>
      )}
      <div className={classes.scroll}>
        {unknowns.length > 0 && (
          <Table size="small" aria-label={t('organisation.coverage.unknowns')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('organisation.coverage.reason')}</TableCell>
                <TableCell>{t('organisation.coverage.where')}</TableCell>
                <TableCell align="right">{t('organisation.coverage.services')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {unknowns.map((unknown, at) => (
                <TableRow key={at}>
                  <TableCell>
                    <span className={classes.reason}>
                      <VerdictMark verdict="unknown" title={false} />
                      {unknown.reason}
                    </span>
                  </TableCell>
                  <TableCell>{unknown.environment}</TableCell>
                  <TableCell align="right">{format.number(unknown.components)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
        {broken.map(source => (
          <SourceNotes key={source.environment} source={source} />
        ))}
        {unmapped.length > 0 && (
          <Table size="small" aria-label={t('organisation.coverage.unmapped')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('organisation.coverage.workloads', { count: unmapped.length })}</TableCell>
                <TableCell>{t('organisation.coverage.namespace')}</TableCell>
                <TableCell>{t('organisation.coverage.cluster')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {unmapped.map(ref => (
                <TableRow key={`${ref.cluster}/${ref.namespace}/${ref.kind}/${ref.name}`}>
                  <TableCell>
                    {ref.kind} {ref.name}
                    {ref.nearest && (
                      <Typography variant="caption" color="textSecondary" component="div">
                        {t('organisation.coverage.looksLike', {
                          component: nameOf(ref.nearest.component),
                          why: ref.nearest.why,
                        })}
                      </Typography>
                    )}
                  </TableCell>
                  <TableCell>{ref.namespace}</TableCell>
                  <TableCell>{ref.cluster}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </div>
    </Section>
  );
}
