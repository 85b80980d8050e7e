// My own progress on a topic: read, claimed, and what my services have shown.
import type { Progress } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Loaded } from '../hooks/useLoad';
import { ReadButton } from '../roadmap/ReadButton';
import { ComponentLink } from '../states/ComponentLink';
import { FilterButtons } from '../states/FilterButtons';
import { LoadError } from '../states/LoadError';
import { Section } from '../states/Section';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { SkillMark } from './SkillMark';
import { progressStates } from './progressStates';
import type { ProgressControl } from './useProgress';

interface ProgressCardProps {
  topicId: string;
  progress: Loaded<Progress>;
  control: ProgressControl;
}

const useStyles = makeStyles({
  body: { padding: 16, display: 'grid', gap: 12 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: 8 },
  skill: { display: 'flex', gap: 8, alignItems: 'flex-start', '& > svg': { marginTop: 2 } },
});

/** Only the learner sees it. */
export function ProgressCard({ topicId, progress, control }: ProgressCardProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { set, saving, error } = control;
  const { value } = progress;
  const failure = error ?? progress.error;
  const proof = value?.proven[topicId];
  return (
    <Section title={t('progress.title')} subtitle={t('progress.subtitle')}>
      <div className={classes.body} aria-busy={saving}>
        {value && (
          <div className={classes.buttons}>
            <ReadButton topicId={topicId} progress={value} control={control} />
            <FilterButtons
              label={t('progress.title')}
              options={progressStates.map(state => ({ value: state, label: t(`progress.state.${state}`) }))}
              value={value.topics[topicId] ?? 'todo'}
              onChange={state => set(topicId, state as 'todo')}
            />
          </div>
        )}
        {proof && (
          <div className={classes.skill}>
            <SkillMark />
            <Typography variant="body2">
              <strong>{t('learning.skill.title')}</strong>{' '}
              {t('learning.skill.proof', {
                component: <ComponentLink component={proof.component} check={proof.check} />,
                day: format.day(proof.at),
              })}
            </Typography>
          </div>
        )}
        {failure && <LoadError what={t('progress.yourProgress')} error={failure} onRetry={progress.reload} />}
        <Typography variant="caption" color="textSecondary" aria-live="polite">
          {t(saving ? 'progress.saving' : 'progress.apart')}
        </Typography>
      </div>
    </Section>
  );
}
