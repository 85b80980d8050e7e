// "Why is my pod crashing?": above the level while a pod is not ready, otherwise behind a link.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParam } from '../../hooks/useSearchParam';
import { VerdictMark } from '../../marks/VerdictMark';
import { Section } from '../../states/Section';
import { useFormat } from '../../theme/useFormat';
import { useTexts } from '../../translation/useTexts';
import { RecheckButton } from '../RecheckButton';
import type { RecheckState } from '../useRecheck';
import { LearnLinks } from './LearnLinks';
import { WorkloadDiagnosisPart } from './WorkloadDiagnosisPart';

interface DiagnosisSectionProps {
  view: ReportView;
  recheck: RecheckState;
}

const useStyles = makeStyles({
  link: { display: 'flex', flexWrap: 'wrap', gap: 12, padding: '8px 16px', alignItems: 'center' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' },
});

/** Whether it is opened where it need not stand open is in the URL. */
export function DiagnosisSection({ view, recheck }: DiagnosisSectionProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const [shown, setShown] = useSearchParam('diagnosis');
  const { diagnoses } = view;
  if (diagnoses.length === 0) return null;
  const isUrgent = diagnoses.some(({ notReady }) => notReady > 0);
  if (!isUrgent && shown !== 'open') {
    return (
      <Paper className={classes.link}>
        <VerdictMark verdict="warn" title={false} />
        <Typography variant="body2">{t('diagnosis.link', { count: diagnoses.length })}</Typography>
        <Button size="small" color="primary" onClick={() => setShown('open')}>
          {t('diagnosis.show')}
        </Button>
      </Paper>
    );
  }
  // What is not ready now comes before what is ready again.
  const ordered = [...diagnoses].sort((a, b) => Number(b.notReady > 0) - Number(a.notReady > 0));
  return (
    <Section
      title={t(isUrgent ? 'diagnosis.title' : 'diagnosis.before')}
      actions={
        <div className={classes.actions}>
          <Typography variant="caption" color="textSecondary">
            {t('diagnosis.observed', { when: format.ago(view.report.observedAt) })}
          </Typography>
          {isUrgent ? (
            <RecheckButton recheck={recheck} />
          ) : (
            <Button size="small" onClick={() => setShown('')}>
              {t('diagnosis.hide')}
            </Button>
          )}
        </div>
      }
    >
      {ordered.map(diagnosis => {
        const { cluster, namespace, kind, name } = diagnosis.workload;
        return <WorkloadDiagnosisPart key={`${cluster}/${namespace}/${kind}/${name}`} diagnosis={diagnosis} />;
      })}
      <LearnLinks view={view} />
    </Section>
  );
}
