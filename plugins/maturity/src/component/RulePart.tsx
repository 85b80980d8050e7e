// The access that is missing, as the rule to grant, for a verdict that is unknown for lack of it.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { VerdictRecord } from '@maturity-roadmap/engine';
import Typography from '@material-ui/core/Typography';
import { CopyableCode } from '../states/CopyableCode';
import { useTexts } from '../translation/useTexts';

/** The environments that lack access for some records, with the rule to grant. */
export function missingRules(view: ReportView, records: readonly VerdictRecord[]) {
  const forbidden = new Set(records.filter(({ code }) => code === 'forbidden').map(({ environment }) => environment));
  return view.sources.flatMap(({ environment, missingRule }) =>
    missingRule && forbidden.has(environment) ? [{ environment, rule: missingRule }] : [],
  );
}

/** One rule for each environment. */
export function RulePart({ rules }: { rules: ReturnType<typeof missingRules> }) {
  const t = useTexts();
  return (
    <>
      {rules.map(({ environment, rule }) => (
        <div key={environment}>
          <Typography variant="body2">{t('mending.rule.text', { environment })}</Typography>
          <CopyableCode text={rule} />
        </div>
      ))}
    </>
  );
}
