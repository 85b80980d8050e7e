// Services that do not meet a topic yet, mine first, each with what is missing and the way to its evidence.
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { LevelCount, TopicComponent, TopicView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Chip from '@material-ui/core/Chip';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParam } from '../hooks/useSearchParam';
import { organisationRouteRef } from '../routes';
import { ExportButton } from '../organisation/ExportButton';
import { FilterButtons } from '../states/FilterButtons';
import { LevelName } from '../marks/LevelName';
import { VerdictMark } from '../marks/VerdictMark';
import { ComponentLink } from '../states/ComponentLink';
import { RowHead } from '../states/RowHead';
import { Section } from '../states/Section';
import { useFormat } from '../theme/useFormat';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { useTexts } from '../translation/useTexts';

interface TopicMissesProps {
  topic: TopicView;
  levels: readonly LevelCount[];
  /** All services that fail the topic, as CSV. */
  onExport: (topic: string) => Promise<Blob>;
}

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  missing: { display: 'flex', gap: 8, alignItems: 'flex-start', '& > svg': { marginTop: 2 } },
  name: { display: 'flex', gap: 8, alignItems: 'center' },
  empty: { padding: 16 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: 8 },
  since: { whiteSpace: 'nowrap' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 8,
    justifyContent: 'space-between',
    padding: '8px 16px',
    fontSize: 12,
  },
});

/** Which services a filter leaves. */
const isShown =
  (show: string) =>
  ({ mine, verdict }: TopicComponent): boolean =>
    show === 'all' || (show === 'mineOnly' ? mine : verdict === show);

/** Mine are marked by colour and by word. */
export function TopicMisses({ topic, levels, onExport }: TopicMissesProps) {
  const classes = useStyles();
  const t = useTexts();
  const organisationRoute = useRouteRef(organisationRouteRef);
  const format = useFormat();
  const { highlight } = useMaturityTokens();
  const [show, setShow] = useSearchParam('services', 'all');
  const { applicable, met } = topic.adoption;
  const options = (['all', 'mineOnly', 'fail', 'unknown'] as const)
    .map(value => ({ value, label: t(`learning.topic.${value}`), count: topic.misses.filter(isShown(value)).length }))
    .filter(({ value, count }) => count > 0 || value === show);
  const shown = topic.misses.filter(isShown(show));
  const query = new URLSearchParams({ topic: topic.id, verdict: 'missed' });
  return (
    <Section
      title={t('roadmap.misses.title')}
      subtitle={t('roadmap.misses.subtitle', { services: t('marks.services', { count: applicable - met }) })}
      actions={
        topic.misses.length > 0 && (
          <div className={classes.actions}>
            <FilterButtons label={t('learning.topic.show')} options={options} value={show} onChange={setShow} />
            <ExportButton onExport={() => onExport(topic.id)} />
          </div>
        )
      }
    >
      {topic.misses.length === 0 ? (
        <Typography variant="body2" className={classes.empty}>
          {t('roadmap.misses.none')}
        </Typography>
      ) : (
        <div className={classes.scroll}>
          <Table size="small" aria-label={t('roadmap.misses.table')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('roadmap.misses.service')}</TableCell>
                <TableCell>{t('roadmap.misses.owner')}</TableCell>
                <TableCell>{t('roadmap.misses.level')}</TableCell>
                <TableCell>{t('roadmap.misses.missing')}</TableCell>
                <TableCell>{t('roadmap.misses.where')}</TableCell>
                <TableCell>{t('learning.topic.sinceHead')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {shown.map(component => (
                <TableRow key={component.ref} style={component.mine ? { background: highlight } : undefined}>
                  <RowHead>
                    <span className={classes.name}>
                      <ComponentLink component={component} {...(component.check ? { check: component.check } : {})} />
                      {component.mine && (
                        <Chip size="small" variant="outlined" label={t('roadmap.misses.yours')} style={{ margin: 0 }} />
                      )}
                    </span>
                  </RowHead>
                  <TableCell>{component.owner && <EntityRefLink entityRef={component.owner} hideIcon />}</TableCell>
                  <TableCell>
                    <LevelName levels={levels} level={component.level} size={16} />
                  </TableCell>
                  <TableCell>
                    <span className={classes.missing}>
                      <VerdictMark verdict={component.verdict} /> {component.reason}
                    </span>
                  </TableCell>
                  <TableCell className={classes.since}>{format.list(component.environments)}</TableCell>
                  <TableCell className={classes.since}>{component.since && format.day(component.since)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          <div className={classes.foot}>
            <span>{t('learning.topic.shown', { shown: shown.length, all: applicable - met })}</span>
            <Link to={`${organisationRoute()}?${query}`}>{t('learning.topic.allMissing')}</Link>
          </div>
        </div>
      )}
    </Section>
  );
}
