// A button that copies a text, and says so in place and to screen readers.
import Button from '@material-ui/core/Button';
import type { ButtonProps } from '@material-ui/core/Button';
import CopyIcon from '@material-ui/icons/FileCopyOutlined';
import DoneIcon from '@material-ui/icons/Done';
import { useTexts } from '../translation/useTexts';
import { useCopy } from './useCopy';

interface CopyButtonProps extends Pick<ButtonProps, 'variant' | 'color' | 'size'> {
  text: string;
  /** What the button says before it is pressed. */
  label: string;
}

/** The label comes back after a moment. */
export function CopyButton({ text, label, ...button }: CopyButtonProps) {
  const t = useTexts();
  const { copied, copy } = useCopy(text);
  return (
    <Button
      {...button}
      onClick={copy}
      startIcon={copied ? <DoneIcon fontSize="small" /> : <CopyIcon fontSize="small" />}
    >
      <span aria-live="polite">{copied ? t('states.copied') : label}</span>
    </Button>
  );
}
