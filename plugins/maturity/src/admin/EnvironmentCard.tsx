// One environment: who keeps it, how much is held and waits, what is wrong, and its kinds.
import type { AdminEnvironment } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictMark } from '../marks/VerdictMark';
import { CopyableCode } from '../states/CopyableCode';
import { Section } from '../states/Section';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { KindsTable } from './KindsTable';
import { markOf, needsAttention, spokesman } from './standing';
import { useKeeperText } from './useKeeperText';

interface EnvironmentCardProps {
  environment: AdminEnvironment;
  /** Also the kinds that are as they should be. */
  showAll: boolean;
}

const useStyles = makeStyles({
  facts: { display: 'flex', flexWrap: 'wrap', gap: '8px 32px', margin: 0, padding: 16 },
  fact: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  note: { padding: '0 16px 16px', '&:last-child': { paddingTop: 16 } },
  trouble: { display: 'flex', gap: 8, padding: '0 16px 16px', alignItems: 'flex-start', overflowWrap: 'anywhere' },
});

/** Its title is the name of the environment. */
export function EnvironmentCard({ environment, showAll }: EnvironmentCardProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const keeperText = useKeeperText();
  const { environment: name, type, objects, waiting, lag, events, error, refused, kinds, problems } = environment;
  const shown = showAll ? kinds : kinds.filter(needsAttention);
  const forAll = showAll ? undefined : spokesman(shown);
  const seconds = format.number(Math.round(lag / 100) / 10);
  const facts = [
    [t('admin.environment.objects'), format.number(objects)],
    [t('admin.environment.waiting'), format.number(waiting)],
    [t('admin.environment.lag'), `${seconds} s`],
    [t('admin.environment.events'), format.number(events)],
  ];
  return (
    <Section title={name} subtitle={`${t(`admin.environment.${type}`)}, ${keeperText(environment)}`}>
      <dl className={classes.facts}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <Typography variant="caption" color="textSecondary" component="dt">
              {term}
            </Typography>
            <Typography variant="body1" component="dd" className={classes.fact}>
              {value}
            </Typography>
          </div>
        ))}
      </dl>
      {error && (
        <div className={classes.trouble}>
          <VerdictMark verdict={refused ? 'unknown' : 'fail'} title={false} />
          <Typography variant="body2">
            {t(refused ? 'admin.environment.refused' : 'admin.environment.unreadable')}: {error}
          </Typography>
        </div>
      )}
      {problems > 0 && (
        <Typography variant="body2" className={classes.note}>
          {t('admin.environment.problems', { count: problems })}
        </Typography>
      )}
      {forAll && !error && (
        <div className={classes.trouble}>
          <VerdictMark verdict={markOf[forAll.state]} title={false} />
          <Typography variant="body2">
            {t('admin.environment.manyKinds', { kinds: shown.length, state: t(`admin.state.${forAll.state}`) })}{' '}
            {forAll.message}
          </Typography>
        </div>
      )}
      {shown.length > 0 && !forAll && (!error || showAll) && <KindsTable environment={name} kinds={shown} />}
      {shown.length === 0 && !error && (
        <Typography variant="body2" className={classes.note}>
          {t('admin.environment.allSynced', { kinds: kinds.length })}
        </Typography>
      )}
      {environment.missingRule && (
        <div className={classes.note}>
          <Typography variant="subtitle2" component="h3">
            {t('admin.environment.rule')}
          </Typography>
          <CopyableCode text={environment.missingRule} />
        </div>
      )}
    </Section>
  );
}
