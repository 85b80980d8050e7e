// Search and filter of the topic cards.
import type { Progress, RoadmapView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import { FilterButtons } from '../states/FilterButtons';
import { SearchField } from '../states/SearchField';
import { useTexts } from '../translation/useTexts';
import { cardFilters, matchesCard } from './filters';

interface RoadmapFiltersProps {
  roadmap: RoadmapView;
  /** Mine; absent for who is no user. */
  progress: Progress | undefined;
  text: string;
  onText: (text: string) => void;
  show: string;
  onShow: (show: string) => void;
}

const useStyles = makeStyles({ root: { display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' } });

/** Filters that would leave nothing are not offered, but for the one that is chosen. */
export function RoadmapFilters({ roadmap, progress, text, onText, show, onShow }: RoadmapFiltersProps) {
  const classes = useStyles();
  const t = useTexts();
  const cards = roadmap.tiers.flatMap(tier => tier.sections.flatMap(section => section.topics));
  const options = cardFilters
    .map(filter => ({
      value: filter,
      label: filter === 'all' ? t('states.all') : t(`roadmap.filters.${filter}`),
      count: cards.filter(card => matchesCard(card, '', filter, progress)).length,
    }))
    .filter(filter => filter.count > 0 || filter.value === show);
  return (
    <div className={classes.root}>
      <SearchField label={t('roadmap.filters.find')} value={text} onChange={onText} />
      <FilterButtons label={t('roadmap.filters.show')} options={options} value={show} onChange={onShow} />
    </div>
  );
}
