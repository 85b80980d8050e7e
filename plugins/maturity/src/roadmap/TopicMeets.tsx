// Services that meet a topic, and whom to ask.
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { LevelCount, TopicComponent, TopicView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { organisationRouteRef } from '../routes';
import { LevelName } from '../marks/LevelName';
import { ComponentLink } from '../states/ComponentLink';
import { RowHead } from '../states/RowHead';
import { Section } from '../states/Section';
import type { Format } from '../theme/format';
import { useFormat } from '../theme/useFormat';
import type { Texts } from '../translation/useTexts';
import { useTexts } from '../translation/useTexts';

interface TopicMeetsProps {
  topic: TopicView;
  levels: readonly LevelCount[];
}

const useStyles = makeStyles({ scroll: { overflowX: 'auto' }, empty: { padding: 16 }, more: { padding: '8px 16px', fontSize: 12 } });

/** What a service does well: its checks, where, and since when. */
function whyGood({ checks, environments, since, verdict, reason }: TopicComponent, t: Texts, format: Format): string {
  if (verdict === 'warn') return reason;
  const what = t('learning.topic.good', { count: checks, places: format.list(environments) });
  return since ? t('learning.topic.goodSince', { what, day: format.day(since) }) : what;
}

/** Highest level first. */
export function TopicMeets({ topic, levels }: TopicMeetsProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const organisationRoute = useRouteRef(organisationRouteRef);
  if (topic.meets.length === 0) {
    return (
      <Section title={t('roadmap.meets.title')}>
        <Typography variant="body2" className={classes.empty}>
          {t('roadmap.meets.none')}
        </Typography>
      </Section>
    );
  }
  return (
    <Section title={t('roadmap.meets.title')}>
      <div className={classes.scroll}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('roadmap.meets.service')}</TableCell>
            <TableCell>{t('learning.topic.why')}</TableCell>
            <TableCell>{t('roadmap.meets.ask')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {topic.meets.map(component => (
            <TableRow key={component.ref}>
              <RowHead>
                <ComponentLink component={component} {...(component.check ? { check: component.check } : {})} />
                {component.mine && ` ${t('roadmap.meets.yours')}`}
              </RowHead>
              <TableCell>
                <LevelName levels={levels} level={component.level} size={14} />
                <Typography variant="caption" color="textSecondary" display="block">
                  {whyGood(component, t, format)}
                </Typography>
              </TableCell>
              <TableCell>{component.owner && <EntityRefLink entityRef={component.owner} hideIcon />}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      </div>
      <div className={classes.more}>
        <Link to={`${organisationRoute()}?${new URLSearchParams({ topic: topic.id, verdict: 'met' })}`}>
          {t('learning.topic.allMeeting')}
        </Link>
      </div>
    </Section>
  );
}
