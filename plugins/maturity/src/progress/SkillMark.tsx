// That a service of mine has shown that I master a topic.
import SkillIcon from '@material-ui/icons/VerifiedUserOutlined';
import { useTexts } from '../translation/useTexts';

/** Only I see it. */
export function SkillMark() {
  const t = useTexts();
  return <SkillIcon fontSize="small" titleAccess={t('learning.skill.mark')} />;
}
