// A component without workloads: what was looked for, what nearly matched, and the lines to paste.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CopyableCode } from '../states/CopyableCode';
import { Section } from '../states/Section';

const useStyles = makeStyles({ body: { padding: 16 } });

/** Its repository may still have been judged. */
export function NotMappedCard({ view: { mapping } }: { view: ReportView }) {
  const classes = useStyles();
  const [nearest, ...others] = mapping.nearest;
  return (
    <Section title="No workload found" subtitle="what runs on clusters can not be judged yet">
      <div className={classes.body}>
        {mapping.problem && (
          <Typography variant="body2" color="error" gutterBottom>
            {mapping.problem}
          </Typography>
        )}
        <Typography variant="body2" gutterBottom>
          Looked for {mapping.lookedFor} on workloads and their pods.
        </Typography>
        {nearest ? (
          <Typography variant="body2">
            {nearest.kind} <strong>{nearest.name}</strong> in namespace {nearest.namespace} of {nearest.cluster} belongs
            to no component and has its name
            {others.length > 0 && `, and ${others.length} more like it`}. If it is this component, add to the entity:
          </Typography>
        ) : (
          <Typography variant="body2">
            No workload resembles it. Put this label on the workload and its pod template:
          </Typography>
        )}
        <CopyableCode text={mapping.suggestion} />
      </div>
    </Section>
  );
}
