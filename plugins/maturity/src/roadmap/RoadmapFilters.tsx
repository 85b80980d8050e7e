// Search and filters of the topic cards, and whose services and which environment they show.
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Progress, RoadmapView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import { FilterButtons } from '../states/FilterButtons';
import { SearchField } from '../states/SearchField';
import { SelectField } from '../states/SelectField';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import type { CardFilter } from './filters';
import { cardFilters, filterName, matchesCard } from './filters';
import type { RoadmapChoice } from './useRoadmapChoice';

interface RoadmapFiltersProps {
  roadmap: RoadmapView;
  /** Mine; absent for who is no user. */
  progress: Progress | undefined;
  choice: RoadmapChoice;
  /** Whether services prove the roadmap; where they do not, there is nothing to count by owner or environment. */
  proven: boolean;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' },
  selects: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 12,
    marginLeft: 'auto',
    '@media (max-width: 720px)': { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', width: '100%' },
  },
});

/** Filters that are chosen less often stand in a list. */
const states: readonly CardFilter[] = ['todo', 'missed', 'unknown'];

/** Filters that would leave nothing are not offered, but for the one that is chosen. */
export function RoadmapFilters({ roadmap, progress, choice, proven }: RoadmapFiltersProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const sections = roadmap.tiers.flatMap(tier => tier.sections);
  const cards = sections.flatMap(section => section.topics);
  const options = cardFilters
    .map(filter => ({
      value: filter,
      label: filterName(filter, t),
      count: cards.filter(card => matchesCard(card, { text: '', show: filter }, roadmap, progress)).length,
    }))
    .filter(filter => filter.count > 0 || filter.value === choice.show);
  const isState = ({ value }: (typeof options)[number]) => states.includes(value);
  const owners = roadmap.owners.map(({ owner, components }) => ({
    value: owner,
    label: t('learning.filters.ownerServices', {
      owner: humanizeEntityRef(parseEntityRef(owner), { defaultKind: 'group' }),
      services: t('marks.services', { count: components }),
    }),
  }));
  return (
    <div className={classes.root}>
      <SearchField label={t('roadmap.filters.find')} value={choice.text} onChange={choice.setText} />
      <FilterButtons
        label={t('roadmap.filters.show')}
        options={options.filter(option => !isState(option))}
        value={choice.show}
        onChange={choice.setShow}
      />
      <div className={classes.selects}>
        <SelectField
          id="maturity-state"
          label={t('learning.filters.state')}
          value={states.includes(choice.show as CardFilter) ? choice.show : 'all'}
          onChange={choice.setShow}
          options={[
            { value: 'all', label: t('states.all') },
            ...options
              .filter(isState)
              .map(({ value, label, count }) => ({ value, label: `${label} (${format.number(count)})` })),
          ]}
        />
        <SelectField
          id="maturity-section"
          label={t('learning.filters.section')}
          value={choice.section}
          onChange={choice.setSection}
          options={[
            { value: '', label: t('learning.filters.allSections') },
            ...sections.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        {proven && (
          <>
            <SelectField
              id="maturity-owner"
              label={t('learning.filters.owner')}
              value={choice.owner}
              onChange={choice.setOwner}
              options={[{ value: '', label: t('learning.filters.ownServices') }, ...owners]}
            />
            <SelectField
              id="maturity-environment"
              label={t('learning.filters.environment')}
              value={choice.environment}
              onChange={choice.setEnvironment}
              options={[
                { value: '', label: t('learning.filters.allEnvironments') },
                ...roadmap.environments.map(name => ({ value: name, label: name })),
              ]}
            />
          </>
        )}
      </div>
    </div>
  );
}
