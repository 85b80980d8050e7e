// The filters that hold for all cards of the organisation's page.
import { makeStyles } from '@material-ui/core/styles';
import { SelectField } from '../states/SelectField';
import { useTexts } from '../translation/useTexts';
import { PartPicker } from './PartPicker';
import type { PartFilter } from './useOrganisationPart';

interface PartFiltersProps {
  environments: readonly string[];
  filter: PartFilter;
  onFilter: (change: PartFilter) => void;
  /** Days back from today. */
  days: string;
  onDays: (days: string) => void;
  /** Within a group, system or domain only the environment can be chosen. */
  isWithin: boolean;
  /** What it is and how fresh, at the right end. */
  note: string;
}

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 12,
    alignItems: 'center',
    '@media (max-width: 720px)': { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', width: '100%' },
  },
  note: {
    '@media (max-width: 720px)': { gridColumn: '1 / -1' },
    marginLeft: 'auto',
    color: theme.palette.text.secondary,
    fontSize: 12,
    lineHeight: '16px',
  },
}));

/** Days that one can look back. */
export const ranges = ['30', '90', '365'];

/** Each filter stands in the URL. */
export function PartFilters({ environments, filter, onFilter, days, onDays, isWithin, note }: PartFiltersProps) {
  const classes = useStyles();
  const t = useTexts();
  return (
    <div className={classes.root} role="group" aria-label={t('steering.part.filters')}>
      {!isWithin && (
        <>
          <PartPicker
            label={t('steering.part.owner')}
            kind="group"
            value={filter.owner}
            onChange={owner => onFilter({ owner })}
          />
          <PartPicker
            label={t('steering.part.system')}
            kind="system"
            value={filter.system}
            onChange={system => onFilter({ system })}
          />
        </>
      )}
      <SelectField
        id="maturity-environment"
        label={t('steering.part.environment')}
        value={filter.environment ?? ''}
        onChange={environment => onFilter({ environment })}
        options={[
          { value: '', label: t('steering.part.everything') },
          ...environments.map(name => ({ value: name, label: name })),
        ]}
      />
      <SelectField
        id="maturity-since"
        label={t('steering.part.since')}
        value={days}
        onChange={onDays}
        options={ranges.map(range => ({ value: range, label: t('steering.part.days', { count: Number(range) }) }))}
      />
      <span className={classes.note} aria-live="polite">
        {note}
      </span>
    </div>
  );
}
