// What I said of a topic, as an icon with a name.
import type { ProgressState } from '@maturity-roadmap/backstage-plugin-maturity-common';
import DoneIcon from '@material-ui/icons/CheckBox';
import TodoIcon from '@material-ui/icons/CheckBoxOutlineBlank';
import LearningIcon from '@material-ui/icons/MenuBook';
import SkippedIcon from '@material-ui/icons/IndeterminateCheckBox';

const icons = { learning: LearningIcon, done: DoneIcon, skipped: SkippedIcon };
const names = { learning: 'I am learning it', done: 'I have done it', skipped: 'I skip it' };

/** An empty box is to do. */
export function ProgressMark({ state }: { state: ProgressState | undefined }) {
  const Icon = state ? icons[state] : TodoIcon;
  return <Icon fontSize="small" titleAccess={state ? names[state] : 'To do'} />;
}
