// My own progress on a topic, to set.
import type { Progress } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Loaded } from '../hooks/useLoad';
import { FilterButtons } from '../states/FilterButtons';
import { LoadError } from '../states/LoadError';
import { Section } from '../states/Section';
import { useTexts } from '../translation/useTexts';
import { progressStates } from './progressStates';
import { useProgress } from './useProgress';

interface ProgressCardProps {
  roadmapId: string;
  topicId: string;
  progress: Loaded<Progress>;
}

const useStyles = makeStyles({ body: { padding: 16, display: 'grid', gap: 8 } });

/** Only the learner sees it. */
export function ProgressCard({ roadmapId, topicId, progress }: ProgressCardProps) {
  const classes = useStyles();
  const t = useTexts();
  const { set, saving, error } = useProgress(roadmapId, progress);
  const { value } = progress;
  const failure = error ?? progress.error;
  return (
    <Section title={t('progress.title')} subtitle={t('progress.subtitle')}>
      <div className={classes.body} aria-busy={saving}>
        {value && (
          <FilterButtons
            label={t('progress.title')}
            options={progressStates.map(state => ({ value: state, label: t(`progress.state.${state}`) }))}
            value={value.topics[topicId] ?? 'todo'}
            onChange={state => set(topicId, state as 'todo')}
          />
        )}
        {failure && <LoadError what={t('progress.yourProgress')} error={failure} onRetry={progress.reload} />}
        <Typography variant="caption" color="textSecondary" aria-live="polite">
          {t(saving ? 'progress.saving' : 'progress.apart')}
        </Typography>
      </div>
    </Section>
  );
}
