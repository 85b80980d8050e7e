// The access that a check needs, as rules to grant.
import type { CheckDetails } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CopyableCode } from '../states/CopyableCode';
import { Section } from '../states/Section';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({ body: { padding: 16 } });

/** Only ever to read. */
export function CheckNeeds({ check }: { check: CheckDetails }) {
  const classes = useStyles();
  const t = useTexts();
  const nothing = check.subject === 'repository' ? 'checkpage.needsNothing' : 'checkpage.needsWorkload';
  return (
    <Section title={t('checkpage.needs')}>
      <div className={classes.body}>
        <Typography variant="body2">{t(check.rule ? 'checkpage.needsText' : nothing)}</Typography>
        {check.rule && <CopyableCode text={check.rule} />}
      </div>
    </Section>
  );
}
