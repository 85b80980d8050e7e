// Says that I have read a topic; pressed again it takes that back.
import type { Progress } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Button from '@material-ui/core/Button';
import DoneIcon from '@material-ui/icons/Done';
import { ReadMark } from '../progress/ReadMark';
import type { ProgressControl } from '../progress/useProgress';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

interface ReadButtonProps {
  topicId: string;
  progress: Progress;
  control: ProgressControl;
}

/** A toggle, to screen readers too. */
export function ReadButton({ topicId, progress, control }: ReadButtonProps) {
  const t = useTexts();
  const format = useFormat();
  const at = progress.read[topicId];
  return (
    <Button
      variant="outlined"
      size="small"
      aria-pressed={Boolean(at)}
      title={t(at ? 'learning.read.unmark' : 'learning.read.mark')}
      disabled={control.saving}
      onClick={() => control.setRead(topicId, !at)}
      startIcon={at ? <DoneIcon fontSize="small" /> : <ReadMark read={false} />}
    >
      {at ? t('learning.read.marked', { when: format.ago(at) }) : t('learning.read.mark')}
    </Button>
  );
}
