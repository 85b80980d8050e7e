// Why a check matters, when it applies, what it reads, and how to mend what fails.
import { Link, MarkdownContent } from '@backstage/core-components';
import type { CheckDetails } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({
  root: {
    padding: 24,
    overflowWrap: 'anywhere',
    '& h2': { fontSize: 16, lineHeight: '24px', fontWeight: 700, margin: '24px 0 4px' },
    '& h2:first-child': { marginTop: 0 },
    '& p, & li': { fontSize: 14, lineHeight: '22px', maxWidth: 720, margin: '4px 0' },
  },
});

/** The texts are Markdown. */
export function CheckProse({ check }: { check: CheckDetails }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  return (
    <Paper component="article" className={classes.root} aria-label={check.title}>
      <h2>{t('checks.why')}</h2>
      <MarkdownContent content={check.why} />
      <h2>{t('checks.appliesWhen')}</h2>
      <MarkdownContent content={check.appliesWhen} />
      <h2>{t('checks.remediation')}</h2>
      <MarkdownContent content={check.remediation} />
      <h2>{t('checks.reads')}</h2>
      <p>{check.reads.length > 0 ? format.list(check.reads) : t('checks.readsWorkload')}</p>
      <h2>{t('checks.references')}</h2>
      <ul>
        {check.references.map(url => (
          <li key={url}>
            <Link to={url}>{url}</Link>
          </li>
        ))}
      </ul>
    </Paper>
  );
}
