// Search and filter of the topic cards.
import type { Progress, RoadmapView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import { FilterButtons } from '../states/FilterButtons';
import { SearchField } from '../states/SearchField';
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
  const cards = roadmap.tiers.flatMap(tier => tier.sections.flatMap(section => section.topics));
  const options = cardFilters
    .map(filter => ({ ...filter, count: cards.filter(card => matchesCard(card, '', filter.value, progress)).length }))
    .filter(filter => filter.count > 0 || filter.value === show);
  return (
    <div className={classes.root}>
      <SearchField label="Find a topic" value={text} onChange={onText} />
      <FilterButtons label="Show topics" options={options} value={show} onChange={onShow} />
    </div>
  );
}
