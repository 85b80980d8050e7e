// How many pods of a workload are not ready, and the facts of the pod that is looked at.
import type { PodState, WorkloadDiagnosis } from '@maturity-roadmap/engine';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../../marks/VerdictMark';
import { useFormat } from '../../theme/useFormat';
import { useTexts } from '../../translation/useTexts';

interface DiagnosisHeadProps {
  diagnosis: WorkloadDiagnosis;
  /** Absent where no pod was made. */
  pod: PodState | undefined;
  onPod: (name: string) => void;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: '12px 24px', padding: 16, alignItems: 'flex-start' },
  title: { display: 'flex', gap: 12, flex: '1 1 320px', minWidth: 0 },
  heading: { fontSize: 16, lineHeight: '24px', fontWeight: 700, margin: 0 },
  mono: { fontFamily: 'monospace', fontSize: 12, lineHeight: '18px', overflowWrap: 'anywhere' },
  facts: { display: 'flex', flexWrap: 'wrap', gap: '8px 24px', margin: 0 },
  fact: { '& dt': { fontSize: 12, lineHeight: '16px' }, '& dd': { margin: 0, fontWeight: 700, fontSize: 14 } },
  select: { minWidth: 240, maxWidth: '100%' },
});

/** The pods can be chosen among where there are several. */
export function DiagnosisHead({ diagnosis, pod, onPod }: DiagnosisHeadProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { workload, pods, notReady, states } = diagnosis;
  const { cluster, namespace, kind, name } = workload;
  const ends = pod?.containers.flatMap(({ lastEnd }) => lastEnd ?? []) ?? [];
  const end = ends.find(({ exitCode }) => exitCode !== 0);
  const facts: [string, string | undefined][] = [
    [t('diagnosis.state'), pod?.state],
    [t('diagnosis.restarts'), pod && format.number(pod.restarts)],
    [t('diagnosis.exitCode'), end && format.number(end.exitCode)],
    [t('diagnosis.ended'), end?.finishedAt && format.instant(end.finishedAt)],
    [t('diagnosis.began'), pod?.createdAt && format.instant(pod.createdAt)],
    [t('diagnosis.node'), pod && (pod.node ?? t('diagnosis.none'))],
  ];
  return (
    <div className={classes.root}>
      <div className={classes.title}>
        <VerdictMark verdict={notReady > 0 ? 'fail' : 'warn'} size={24} title={false} />
        <div>
          <h3 className={classes.heading}>
            {notReady > 0
              ? t('diagnosis.notReady', { notReady, count: pods, place: cluster })
              : t('diagnosis.ready', { count: pods, place: cluster })}
          </h3>
          <span className={classes.mono}>{[namespace, `${kind} ${name}`].filter(Boolean).join(' / ')}</span>
        </div>
      </div>
      <dl className={classes.facts}>
        {facts.map(
          ([term, value]) =>
            value && (
              <div key={term} className={classes.fact}>
                <Typography component="dt" color="textSecondary">
                  {term}
                </Typography>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {states.length > 1 && pod && (
        <TextField
          select
          size="small"
          variant="outlined"
          id={`maturity-pod-${cluster}-${namespace}-${name}`}
          label={t('diagnosis.pod')}
          className={classes.select}
          value={pod.name}
          onChange={event => onPod(event.target.value)}
        >
          {states.map(state => (
            <MenuItem key={state.name} value={state.name}>
              {t('diagnosis.choosePod', { pod: state.name, state: state.state })}
            </MenuItem>
          ))}
        </TextField>
      )}
    </div>
  );
}
