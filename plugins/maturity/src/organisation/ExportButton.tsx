// Saves what the table of components shows, all pages of it, as a file.
import Button from '@material-ui/core/Button';
import DownloadIcon from '@material-ui/icons/GetApp';
import { useState } from 'react';
import { useTexts } from '../translation/useTexts';

interface ExportButtonProps {
  onExport: () => Promise<Blob>;
}

/** The file is fetched with the user's token, which a plain link would not carry. */
export function ExportButton({ onExport }: ExportButtonProps) {
  const t = useTexts();
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const save = async () => {
    setState('busy');
    try {
      const url = URL.createObjectURL(await onExport());
      const link = document.createElement('a');
      link.href = url;
      link.download = 'components.csv';
      link.click();
      URL.revokeObjectURL(url);
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  return (
    <Button size="small" variant="outlined" startIcon={<DownloadIcon />} disabled={state === 'busy'} onClick={save}>
      {t(state === 'failed' ? 'organisation.components.exportFailed' : 'organisation.components.export')}
    </Button>
  );
}
