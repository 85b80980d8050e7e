// What a check asserts, how heavy it is, and how many pass; each count leads to the components it counts.
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { CheckDetails } from '@maturity-roadmap/backstage-plugin-maturity-common';
import MuiLink from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ShareBar } from '../marks/ShareBar';
import { checksRouteRef } from '../routes';
import { partOf } from '../theme/format';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { CheckTopicLink } from './CheckTopicLink';
import { componentsAnchor } from './CheckComponentsCard';

interface CheckHeadingProps {
  check: CheckDetails;
  /** Lists the components with a verdict. */
  onShow: (verdict: string) => void;
}

const useStyles = makeStyles({
  root: { '@media (max-width: 720px)': { '& a': { display: 'inline-flex', alignItems: 'center', minHeight: 32 } } },
  title: { fontSize: 24, lineHeight: '32px', fontWeight: 700, margin: 0 },
  facts: { display: 'flex', flexWrap: 'wrap', gap: '0 8px' },
  rate: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    alignItems: 'center',
    marginTop: 8,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** The topic leads to its page. */
export function CheckHeading({ check, onShow }: CheckHeadingProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const checksRoute = useRouteRef(checksRouteRef);
  const { met, applicable, unknown, notApplicable } = check;
  const counts: [string, string, number][] = [
    ['met', t('checkpage.met'), met],
    ['missed', t('checkpage.missed'), applicable - met - unknown],
    ['unknown', t('checkpage.unknown'), unknown],
    ['notApplicable', t('checkpage.notApplicable'), notApplicable],
  ];
  const show = (verdict: string) => {
    onShow(verdict);
    document.getElementById(componentsAnchor)?.scrollIntoView({ block: 'start' });
  };
  const weight = check.advice
    ? t('checks.advice')
    : t('checks.ofSeverity', { severity: t(`marks.severity.${check.severity}`) });
  const topic = <CheckTopicLink check={check} />;
  return (
    <div className={classes.root}>
      <Link to={checksRoute()}>{t('checks.all')}</Link>
      <h1 className={classes.title}>{check.title}</h1>
      <Typography variant="body2" color="textSecondary" component="div" className={classes.facts}>
        <code>{check.id}</code>
        <span>· {t('checks.ofTopic', { topic })}</span>
        <span>· {weight}</span>
        <span>· {t(`checkpage.judges.${check.subject}`)}</span>
        <span>· {t('checks.since', { version: check.since })}</span>
      </Typography>
      <div className={classes.rate}>
        <ShareBar part={partOf(check)} width={120} />
        <strong>{format.percent(partOf(check))}</strong>
        <span>{t('checks.pass', { met, count: applicable })}</span>
        {counts
          .filter(([, , count]) => count > 0)
          .map(([verdict, name, count]) => (
            <MuiLink key={verdict} component="button" variant="body2" onClick={() => show(verdict)}>
              {name}: {format.number(count)}
            </MuiLink>
          ))}
      </div>
    </div>
  );
}
