// The heat map with its choices and the panel of the selected cell: of the organisation, or of what is below an entity.
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useCallback, useMemo, useRef } from 'react';
import { Busy } from '../states/Busy';
import { FilterButtons } from '../states/FilterButtons';
import { LoadError } from '../states/LoadError';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { Section } from '../states/Section';
import { SelectField } from '../states/SelectField';
import { usePhone } from '../states/usePhone';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { CellPanel } from './CellPanel';
import { HeatMapGrid } from './HeatMapGrid';
import { HeatMapKey } from './HeatMapKey';
import { heatRows } from './heatRows';
import type { Below } from './useHeatMap';
import { useHeatMap } from './useHeatMap';
import { useHeatMapPlace } from './useHeatMapPlace';

interface HeatMapProps {
  /** Entity ref of a group, system or domain: only what is below it. Its page chooses the environment. */
  within?: string;
  /** Of that entity. */
  title?: string;
}

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: 16, alignItems: 'center' },
  grid: {
    padding: 16,
    overflowX: 'auto',
    '@media print': { page: 'maturity-wide', padding: 8, border: '0 !important' },
  },
  onPaper: { display: 'none', '@media print': { display: 'block' } },
});

/** All columns fit across a sheet only if it lies. */
const widePage = '@page maturity-wide { size: A4 landscape; margin: 10mm; }';

const none: Below = new Map();
const nothing = { owner: 'heatmap.noOwner', system: 'heatmap.noSystem', domain: 'steering.heat.noDomain' } as const;

/** A function that stays the same and does what the latest one does, so that rows need not be drawn anew. */
function useLatest<A extends unknown[]>(call: (...args: A) => void): (...args: A) => void {
  const latest = useRef(call);
  latest.current = call;
  return useCallback((...args: A) => latest.current(...args), []);
}

/** What is expanded and selected stands in the URL. */
export function HeatMap({ within, title: entityName }: HeatMapProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const isPhone = usePhone();
  const place = useHeatMapPlace();
  const { open, cell } = place;
  // Below an entity the rows are what it consists of.
  const partsOf = within?.startsWith('group:') ? 'owner' : 'system';
  const by = within ? partsOf : place.by;
  const { map, below, limits, showMore, selected, showMoreOfCell } = useHeatMap({ ...place, by, within });
  const { value, error, outdated, reload } = map;
  const whole = entityName ?? t('heatmap.organisation');
  const components = below.value ?? none;
  const rows = useMemo(
    () =>
      value ? heatRows(value, open, components, { title: whole, ...(within ? { key: within } : {}) }, limits) : [],
    [value, open, components, whole, within, limits],
  );
  const tiers = useMemo(() => {
    const titles = new Map(value?.roadmap.levels.map(({ id, title }) => [id, title]));
    return (value?.roadmap.tiers ?? []).map(tier => ({
      ...tier,
      title: `${titles.get(tier.from) ?? tier.from} → ${titles.get(tier.to) ?? tier.to}`,
      rank: value!.roadmap.levels.findIndex(({ id }) => id === tier.to),
      levels: value!.roadmap.levels.length,
    }));
  }, [value]);
  const onCell = useLatest(place.select);
  const onToggle = useLatest(place.toggle);
  const known = useRef<string[]>([]);
  known.current = value?.environments ?? known.current;
  const rowTitle = value?.rows.find(({ key }) => key === cell?.key)?.title ?? whole;
  const topicTitle = tiers.flatMap(tier => tier.topics).find(({ id }) => id === cell?.topic)?.title;
  const kinds = [
    { value: 'owner', label: t('heatmap.groups') },
    { value: 'system', label: t('heatmap.systems') },
    { value: 'domain', label: t('steering.heat.domains') },
  ];
  const kindName = kinds.find(({ value: kind }) => kind === by)!.label;
  const grid = value && (
    <div className={classes.grid}>
      {!within && (
        <Typography variant="body2" className={classes.onPaper}>
          {format.list([kindName, place.environment || t('steering.heat.everywhere')])}
        </Typography>
      )}
      {isPhone && <HeatMapKey />}
      <HeatMapGrid rows={rows} tiers={tiers} cell={cell} onCell={onCell} onToggle={onToggle} onMore={showMore} />
      {value.rows.length === 0 && <Typography variant="body2">{t(nothing[by])}</Typography>}
    </div>
  );
  return (
    <>
      {!within && (
        <div className={classes.bar}>
          <FilterButtons label={t('heatmap.rows')} options={kinds} value={by} onChange={place.setBy} />
          <SelectField
            id="maturity-heat-environment"
            label={t('steering.heat.environment')}
            value={place.environment}
            onChange={place.setEnvironment}
            options={[
              { value: '', label: t('states.all') },
              ...known.current.map(name => ({ value: name, label: name })),
            ]}
          />
        </div>
      )}
      {below.error && <LoadError what={t('heatmap.servicesOfRow')} error={below.error} onRetry={below.reload} />}
      {error && !value && <LoadError what={t('heatmap.theHeatMap')} error={error} onRetry={reload} />}
      {!value && !error && <RowsSkeleton rows={10} height={28} label={t('heatmap.loading')} />}
      {value && (
        <Busy when={outdated}>
          <style media="print">{widePage}</style>
          {within ? <Section title={t('shell.heatMap')}>{grid}</Section> : <Paper>{grid}</Paper>}
        </Busy>
      )}
      {value && cell && (
        <CellPanel
          title={`${rowTitle} × ${topicTitle ?? cell.topic}`}
          roadmapId={value.roadmap.id}
          topic={cell.topic}
          levels={value.roadmap.levels}
          cell={selected}
          onMore={showMoreOfCell}
          onClose={place.unselect}
        />
      )}
    </>
  );
}
