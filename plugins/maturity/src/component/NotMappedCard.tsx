// A component without workloads: what was looked for, what nearly matched, and the lines to paste.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CopyableCode } from '../states/CopyableCode';
import { Section } from '../states/Section';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({ body: { padding: 16 } });

/** Its repository may still have been judged. */
export function NotMappedCard({ view: { mapping } }: { view: ReportView }) {
  const classes = useStyles();
  const t = useTexts();
  const [nearest, ...others] = mapping.nearest;
  const nearestText = () => {
    if (!nearest) return t('component.notMapped.none');
    const { kind, name, namespace = '', cluster } = nearest;
    const place = { kind, name: <strong>{name}</strong>, namespace, cluster };
    return others.length > 0
      ? t('component.notMapped.nearestOf', { ...place, count: others.length })
      : t('component.notMapped.nearest', place);
  };
  return (
    <Section title={t('component.notMapped.title')} subtitle={t('component.notMapped.subtitle')}>
      <div className={classes.body}>
        {mapping.problem && (
          <Typography variant="body2" color="error" gutterBottom>
            {mapping.problem}
          </Typography>
        )}
        <Typography variant="body2" gutterBottom>
          {t('component.notMapped.lookedFor', { what: mapping.lookedFor })}
        </Typography>
        <Typography variant="body2">{nearestText()}</Typography>
        <CopyableCode text={mapping.suggestion} />
      </div>
    </Section>
  );
}
