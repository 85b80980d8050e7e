// The diagnosis of one workload: its pods, the causes with their evidence and next command, and what is ruled out.
import type { WorkloadDiagnosis } from '@maturity-roadmap/engine';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { CauseItem } from './CauseItem';
import { DiagnosisEvents } from './DiagnosisEvents';
import { DiagnosisHead } from './DiagnosisHead';
import { PodContainers } from './PodContainers';
import { RuledOut } from './RuledOut';
import { useTexts } from '../../translation/useTexts';

interface WorkloadDiagnosisPartProps {
  diagnosis: WorkloadDiagnosis;
}

const useStyles = makeStyles(theme => ({
  root: {
    '& > * + *': { borderTop: `1px solid ${theme.palette.divider}` },
    '& + &': { borderTop: `4px solid ${theme.palette.divider}` },
  },
  causes: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '& > * + *': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  text: { padding: 16 },
}));

/** One of its pods is looked at closely; the first one is the one in most trouble. */
export function WorkloadDiagnosisPart({ diagnosis }: WorkloadDiagnosisPartProps) {
  const classes = useStyles();
  const t = useTexts();
  const [chosen, setChosen] = useState('');
  const { states, causes, limits } = diagnosis;
  const pod = states.find(({ name }) => name === chosen) ?? states[0];
  return (
    <div className={classes.root}>
      <DiagnosisHead diagnosis={diagnosis} pod={pod} onPod={setChosen} />
      {pod && <PodContainers pod={pod} />}
      {causes.length === 0 ? (
        <Typography className={classes.text} variant="body2">
          {t('diagnosis.noCause')}
        </Typography>
      ) : (
        <ol className={classes.causes} aria-label={t('diagnosis.causes')}>
          {causes.map((cause, at) => (
            <CauseItem key={`${cause.id} ${cause.title}`} cause={cause} number={at + 1} />
          ))}
        </ol>
      )}
      <DiagnosisEvents events={diagnosis.events} />
      <RuledOut diagnosis={diagnosis} />
      {limits.length > 0 && (
        <Typography className={classes.text} variant="caption" color="textSecondary" component="p">
          <strong>{t('diagnosis.limits')}</strong>: {limits.join(' · ')}
        </Typography>
      )}
    </div>
  );
}
