// Where the gaps are: groups or systems against topics, from the organisation down to the component.
import { useApi } from '@backstage/core-plugin-api';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { maturityApiRef } from '../api/MaturityApi';
import { useLoad } from '../hooks/useLoad';
import { FilterButtons } from '../states/FilterButtons';
import { LoadError } from '../states/LoadError';
import { PageRoot } from '../states/PageRoot';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { useTexts } from '../translation/useTexts';
import { CellPanel } from './CellPanel';
import { HeatMapGrid } from './HeatMapGrid';
import { HeatMapKey } from './HeatMapKey';
import { everything, heatRows } from './heatRows';
import { useHeatMapPlace } from './useHeatMapPlace';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: 16, alignItems: 'center' },
  grid: { padding: 16, overflowX: 'auto' },
});

/** Components listed below a row, and behind a cell. */
const listed = 100;

/** What is expanded and selected stands in the URL. */
export function HeatMapPage() {
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(maturityApiRef);
  const { by, setBy, open, toggle, cell, select, unselect } = useHeatMapPlace();
  const { value, error, reload } = useLoad(`heat/${by}`, async signal => {
    const [map, list] = await Promise.all([api.getHeatMap({ by }, signal), api.getRoadmaps(signal)]);
    const roadmap = await api.getRoadmap(list.items[0].id, signal);
    return { map, roadmap };
  });
  const opened = (value?.map.rows ?? []).filter(row => row.own > 0 && open.has(row.key)).map(({ key }) => key);
  const below = useLoad(`below/${opened.join()}`, async signal => {
    const pages = await Promise.all(
      opened.map(key => api.getComponents({ [by]: key, topics: true, limit: listed }, signal)),
    );
    return new Map(opened.map((key, at) => [key, pages[at]]));
  });
  const page = useLoad(`cell/${cell?.key}/${cell?.topic}`, async signal =>
    cell
      ? api.getComponents(
          { ...(cell.key === everything ? {} : { within: cell.key }), topic: cell.topic, topics: true, limit: listed },
          signal,
        )
      : undefined,
  );
  if (error && !value) return <LoadError what={t('heatmap.theHeatMap')} error={error} onRetry={reload} />;
  if (!value) return <RowsSkeleton rows={10} height={28} label={t('heatmap.loading')} />;
  const { map, roadmap } = value;
  const titleOf = (id: string) => roadmap.levels.find(level => level.id === id)?.title ?? id;
  const tiers = roadmap.tiers.map(tier => ({
    id: tier.id,
    title: `${titleOf(tier.from)} → ${titleOf(tier.to)}`,
    topics: tier.sections.flatMap(section => section.topics),
  }));
  const rowTitle = map.rows.find(({ key }) => key === cell?.key)?.title ?? t('heatmap.organisation');
  const kinds = [
    { value: 'owner', label: t('heatmap.groups') },
    { value: 'system', label: t('heatmap.systems') },
  ];
  const topicTitle = tiers.flatMap(tier => tier.topics).find(({ id }) => id === cell?.topic)?.title;
  return (
    <PageRoot>
      <div className={classes.bar}>
        <FilterButtons label={t('heatmap.rows')} options={kinds} value={by} onChange={setBy} />
        <HeatMapKey />
      </div>
      {below.error && <LoadError what={t('heatmap.servicesOfRow')} error={below.error} onRetry={below.reload} />}
      <Paper className={classes.grid}>
        <HeatMapGrid
          rows={heatRows(map, open, below.value ?? new Map(), t('heatmap.organisation'))}
          tiers={tiers}
          cell={cell}
          onCell={select}
          onToggle={toggle}
        />
        {map.rows.length === 0 && (
          <Typography variant="body2">{t(by === 'owner' ? 'heatmap.noOwner' : 'heatmap.noSystem')}</Typography>
        )}
      </Paper>
      {cell && (
        <CellPanel
          title={`${rowTitle} × ${topicTitle ?? cell.topic}`}
          roadmapId={roadmap.id}
          topic={cell.topic}
          levels={roadmap.levels}
          page={page}
          onClose={unselect}
        />
      )}
    </PageRoot>
  );
}
