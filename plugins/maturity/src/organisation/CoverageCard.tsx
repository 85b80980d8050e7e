// What can't be judged and why, the rule that is missing, and workloads that belong to no component.
import type { OrganisationSummary, UnknownGroup } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Section } from '../states/Section';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { SourceNotes } from './SourceNotes';
import { UnknownTable } from './UnknownTable';
import { UnmappedTable } from './UnmappedTable';

interface CoverageCardProps {
  summary: OrganisationSummary;
  /** Only this environment. */
  environment?: string;
  onUnknown: (unknown: UnknownGroup) => void;
}

const useStyles = makeStyles(theme => ({
  body: { display: 'flex', flexWrap: 'wrap' },
  tables: {
    flex: '999 1 560px',
    minWidth: 0,
    overflowX: 'auto',
    '@media screen and (max-width: 720px)': { '& table': { minWidth: 600 } },
  },
  rules: { flex: '1 1 360px', minWidth: 0, borderLeft: `1px solid ${theme.palette.divider}` },
  note: { padding: 16 },
}));

/** None of it counts against a service. */
export function CoverageCard({ summary, environment, onUnknown }: CoverageCardProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { unknowns, unmapped, sources, coverage } = summary;
  const broken = sources.filter(
    source =>
      (!environment || source.environment === environment) &&
      (source.error || source.problems.length > 0 || source.kinds.length > 0),
  );
  const open =
    coverage === undefined ? undefined : t('organisation.coverage.subtitle', { share: format.percent(1 - coverage) });
  return (
    <Section title={t('organisation.coverage.title')} subtitle={open}>
      {unknowns.length + broken.length + unmapped.length === 0 && (
        <Typography className={classes.note} variant="body2">
          {t('organisation.coverage.allJudged')}
        </Typography>
      )}
      <div className={classes.body}>
        {unknowns.length + unmapped.length > 0 && (
          <div className={classes.tables}>
            {unknowns.length > 0 && <UnknownTable unknowns={unknowns} onUnknown={onUnknown} />}
            {unmapped.length > 0 && <UnmappedTable unmapped={unmapped} />}
          </div>
        )}
        {broken.length > 0 && (
          <div className={classes.rules}>
            {broken.map(source => (
              <SourceNotes key={source.environment} source={source} />
            ))}
          </div>
        )}
      </div>
    </Section>
  );
}
