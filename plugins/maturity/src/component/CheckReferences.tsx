// Where a check's subject is documented, and the id by which the check is configured.
import type { CheckView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { CopyableCode } from '../states/CopyableCode';
import { useTexts } from '../translation/useTexts';

/** Primary documentation only. */
export function CheckReferences({ check }: { check: CheckView }) {
  const t = useTexts();
  return (
    <>
      <ul>
        {check.references.map(url => (
          <li key={url} style={{ padding: '4px 0' }}>
            <Link href={url} target="_blank" rel="noopener">
              {url.replace(/^https:\/\//, '')}
            </Link>
          </li>
        ))}
      </ul>
      <Typography variant="caption" color="textSecondary">
        {t('component.evidence.check', { id: <CopyableCode inline text={check.id} /> })}
      </Typography>
    </>
  );
}
