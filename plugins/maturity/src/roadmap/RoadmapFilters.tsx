// Search and filter of the topic cards.
import type { RoadmapView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import SearchIcon from '@material-ui/icons/Search';
import { FilterButtons } from '../states/FilterButtons';
import { cardFilters, matchesCard } from './filters';

interface RoadmapFiltersProps {
  roadmap: RoadmapView;
  text: string;
  onText: (text: string) => void;
  show: string;
  onShow: (show: string) => void;
}

const useStyles = makeStyles({ root: { display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' } });

/** Filters that would leave nothing are not offered, but for the one that is chosen. */
export function RoadmapFilters({ roadmap, text, onText, show, onShow }: RoadmapFiltersProps) {
  const classes = useStyles();
  const cards = roadmap.tiers.flatMap(tier => tier.sections.flatMap(section => section.topics));
  const options = cardFilters
    .map(filter => ({ ...filter, count: cards.filter(card => matchesCard(card, '', filter.value)).length }))
    .filter(filter => filter.count > 0 || filter.value === show);
  return (
    <div className={classes.root}>
      <TextField
        size="small"
        variant="outlined"
        placeholder="Find a topic"
        value={text}
        onChange={event => onText(event.target.value)}
        inputProps={{ 'aria-label': 'Find a topic' }}
        InputProps={{
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
        }}
      />
      <FilterButtons label="Show topics" options={options} value={show} onChange={onShow} />
    </div>
  );
}
