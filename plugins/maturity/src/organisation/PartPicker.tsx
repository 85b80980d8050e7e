// Picks a group or a system of the catalog by name.
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useState } from 'react';
import { useLoad } from '../hooks/useLoad';
import { entityTitle } from '../states/entityTitle';
import { useTexts } from '../translation/useTexts';

interface PartPickerProps {
  label: string;
  kind: 'group' | 'system';
  /** Entity ref; absent where everything counts. */
  value: string | undefined;
  onChange: (ref: string | undefined) => void;
}

interface Option {
  ref: string;
  title: string;
}

const useStyles = makeStyles({ root: { width: 208, '@media (max-width: 720px)': { width: '100%' } } });

const shown = 25;
const fields = ['kind', 'metadata.namespace', 'metadata.name', 'metadata.title', 'spec.profile.displayName'];

const optionOf = (ref: string): Option => ({ ref, title: parseEntityRef(ref).name });

/** The catalog is asked only once the list is open, and again with each word. */
export function PartPicker({ label, kind, value, onChange }: PartPickerProps) {
  const classes = useStyles();
  const t = useTexts();
  const catalog = useApi(catalogApiRef);
  const [isOpen, setOpen] = useState(false);
  const [word, setWord] = useState('');
  const { value: options, error } = useLoad(`${isOpen}/${word}`, async (): Promise<Option[]> => {
    if (!isOpen) return [];
    const { items } = await catalog.queryEntities({
      filter: { kind },
      fields,
      limit: shown,
      orderFields: [{ field: 'metadata.name', order: 'asc' }],
      ...(word ? { fullTextFilter: { term: word, fields: ['metadata.name', 'metadata.title'] } } : {}),
    });
    return items.map(entity => ({ ref: stringifyEntityRef(entity), title: entityTitle(entity) }));
  });
  return (
    <Autocomplete
      size="small"
      className={classes.root}
      options={options ?? []}
      loading={isOpen && !options && !error}
      loadingText={t('steering.part.loading')}
      noOptionsText={error ? t('steering.part.optionsFailed') : t('steering.part.noOption')}
      open={isOpen}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      value={value ? (options?.find(({ ref }) => ref === value) ?? optionOf(value)) : null}
      getOptionLabel={option => option.title}
      getOptionSelected={(option, selected) => option.ref === selected.ref}
      filterOptions={all => all}
      onInputChange={(_event, text, reason) => setWord(reason === 'input' ? text : '')}
      onChange={(_event, option) => onChange(option?.ref)}
      renderInput={parameters => (
        <TextField
          {...parameters}
          variant="outlined"
          label={label}
          placeholder={t('steering.part.everything')}
          InputLabelProps={{ ...parameters.InputLabelProps, shrink: true }}
        />
      )}
    />
  );
}
