// What I said of a topic, as an icon with a name.
import type { ProgressState } from '@maturity-roadmap/backstage-plugin-maturity-common';
import DoneIcon from '@material-ui/icons/CheckBox';
import TodoIcon from '@material-ui/icons/CheckBoxOutlineBlank';
import LearningIcon from '@material-ui/icons/MenuBook';
import SkippedIcon from '@material-ui/icons/IndeterminateCheckBox';
import { useTexts } from '../translation/useTexts';

const icons = { learning: LearningIcon, done: DoneIcon, skipped: SkippedIcon };

/** An empty box is to do. */
export function ProgressMark({ state }: { state: ProgressState | undefined }) {
  const t = useTexts();
  const Icon = state ? icons[state] : TodoIcon;
  return <Icon fontSize="small" titleAccess={t(`progress.mark.${state ?? 'todo'}`)} />;
}
