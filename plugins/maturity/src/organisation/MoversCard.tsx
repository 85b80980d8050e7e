// Which components changed their level: by which verdict, where, when, and who changed what.
import type { LevelCount, Movers } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Loaded } from '../hooks/useLoad';
import { FilterButtons } from '../states/FilterButtons';
import { LoadError } from '../states/LoadError';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { Section } from '../states/Section';
import { useTexts } from '../translation/useTexts';
import { MoverRow } from './MoverRow';

/** Which movers are shown. */
export interface MoversView {
  direction: string;
  limit: number;
}

interface MoversCardProps {
  levels: readonly LevelCount[];
  movers: Loaded<Movers>;
  /** Days back from now. */
  days: number;
  view: MoversView;
  onView: (view: MoversView) => void;
}

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  foot: { padding: 8 },
  empty: { padding: 16 },
});

/** Movers shown at first, and at most. */
export const moversShown = { first: 6, most: 100 };

/** Newest first. What is shown stays while more is on its way. */
export function MoversCard({ levels, movers, days, view, onView }: MoversCardProps) {
  const classes = useStyles();
  const t = useTexts();
  const { value, error, reload } = movers;
  const options = (['', 'rose', 'fell'] as const).map(direction => ({
    value: direction,
    label: t(`steering.movers.${direction || 'all'}`),
  }));
  const wanted = value ? { '': value.rose + value.fell, rose: value.rose, fell: value.fell } : undefined;
  const more = value && wanted ? wanted[view.direction as keyof typeof wanted] - value.items.length : 0;
  return (
    <Section
      title={t('organisation.movers.title')}
      busy={movers.outdated}
      subtitle={value && t('steering.movers.subtitle', { count: days, rose: value.rose, fell: value.fell })}
      actions={
        <FilterButtons
          label={t('steering.movers.direction')}
          options={options}
          value={view.direction}
          onChange={direction => onView({ direction, limit: moversShown.first })}
        />
      }
    >
      {error && !value && <LoadError what={t('steering.movers.theMovers')} error={error} onRetry={reload} />}
      {!value && !error && <RowsSkeleton rows={6} label={t('steering.movers.loading')} />}
      {value?.items.length === 0 && (
        <Typography variant="body2" className={classes.empty}>
          {t('steering.movers.none')}
        </Typography>
      )}
      {value && (
        <ul className={classes.list}>
          {value.items.map(mover => (
            <MoverRow key={mover.id} mover={mover} levels={levels} />
          ))}
        </ul>
      )}
      {more > 0 && view.limit < moversShown.most && (
        <div className={classes.foot}>
          <Button size="small" color="primary" onClick={() => onView({ ...view, limit: moversShown.most })}>
            {t('steering.movers.more', { count: Math.min(more, moversShown.most - moversShown.first) })}
          </Button>
        </div>
      )}
    </Section>
  );
}
