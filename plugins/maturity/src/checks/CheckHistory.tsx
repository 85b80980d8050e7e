// How the standard changed as to a check, version by version.
import type { CheckDetails } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Section } from '../states/Section';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({ list: { margin: 0, padding: 16, listStyle: 'none', display: 'grid', gap: 4 } });

/** Newest first. */
export function CheckHistory({ check }: { check: CheckDetails }) {
  const classes = useStyles();
  const t = useTexts();
  return (
    <Section title={t('checkpage.history')}>
      <ul className={classes.list}>
        {check.history.length === 0 && (
          <Typography component="li" variant="body2">
            {t('checkpage.noHistory')}
          </Typography>
        )}
        {check.history.map(({ version, what }) => (
          <Typography key={version} component="li" variant="body2">
            <strong>{t('checkpage.historyRow', { version })}</strong> {what}
          </Typography>
        ))}
      </ul>
    </Section>
  );
}
