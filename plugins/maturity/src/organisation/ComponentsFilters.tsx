// Search and filters of the table of components.
import type { ComponentsQuery, OrganisationSummary } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useState } from 'react';
import { SearchField } from '../states/SearchField';
import { SelectField } from '../states/SelectField';
import { useTexts } from '../translation/useTexts';

interface ComponentsFiltersProps {
  summary: OrganisationSummary;
  query: ComponentsQuery;
  onQuery: (change: Partial<ComponentsQuery>) => void;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' },
});

/** Time without a key stroke after which a search starts, in milliseconds. */
const pause = 250;

/** A filter on a topic comes from a link and shows as a chip that can be taken away. */
export function ComponentsFilters({ summary, query, onQuery }: ComponentsFiltersProps) {
  const classes = useStyles();
  const t = useTexts();
  const [text, setText] = useState(query.q ?? '');
  useEffect(() => {
    if (text === (query.q ?? '')) return undefined;
    const timer = setTimeout(() => onQuery({ q: text }), pause);
    return () => clearTimeout(timer);
  }, [text, query.q, onQuery]);
  const topic = summary.tiers.flatMap(tier => tier.topics).find(({ id }) => id === query.topic);
  return (
    <div className={classes.root}>
      {query.topic && (
        <Chip
          size="small"
          label={t(`organisation.components.filter.${query.verdict ?? 'judged'}`, {
            topic: topic?.title ?? query.topic,
          })}
          onDelete={() => onQuery({ topic: undefined, verdict: undefined })}
        />
      )}
      {query.unknown && (
        <Chip
          size="small"
          label={t('steering.filter.unknown', { code: t(`steering.coverage.code.${query.unknown}`) })}
          onDelete={() => onQuery({ unknown: undefined })}
        />
      )}
      <SelectField
        id="maturity-level"
        label={t('organisation.components.level')}
        value={query.level ?? ''}
        onChange={level => onQuery({ level })}
        options={[
          { value: '', label: t('states.all') },
          ...summary.levels.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <SearchField label={t('organisation.components.find')} value={text} onChange={setText} />
    </div>
  );
}
