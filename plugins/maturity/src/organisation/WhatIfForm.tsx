// What to try: a topic or a check, and what it becomes.
import type { CheckList, OrganisationSummary } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Chip from '@material-ui/core/Chip';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useTexts } from '../translation/useTexts';

interface WhatIfFormProps {
  tiers: OrganisationSummary['tiers'];
  checks: CheckList | undefined;
  changes: readonly string[];
  onChanges: (changes: string[]) => void;
}

const targets = ['advice', 'low', 'medium', 'high', 'critical', 'met'] as const;
type Target = (typeof targets)[number];

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' },
  subject: { flex: '0 1 360px', minWidth: 240 },
  target: { minWidth: 224 },
});

/** Several changes that came by a link show as chips, and are tried together. */
export function WhatIfForm({ tiers, checks, changes, onChanges }: WhatIfFormProps) {
  const classes = useStyles();
  const t = useTexts();
  const topics = t('steering.whatIf.topics');
  const options = [
    ...tiers.flatMap(tier => tier.topics).map(({ id, title }) => ({ id, title, group: topics })),
    ...(checks?.items ?? []).map(({ id, title }) => ({ id, title, group: t('steering.whatIf.checks') })),
  ];
  const [id = '', target = 'advice'] = (changes[0] ?? '').split(':');
  const isTarget = (text: string): text is Target => targets.includes(text as Target);
  const titleOf = (of: string) => options.find(option => option.id === of)?.title ?? of;
  if (changes.length > 1) {
    return (
      <div className={classes.root}>
        {changes.map(change => {
          const [one, to] = change.split(':');
          return (
            <Chip
              key={change}
              size="small"
              label={`${titleOf(one)} ${t('steering.whatIf.becomes')} ${isTarget(to) ? t(`steering.whatIf.${to}`) : to}`}
              onDelete={() => onChanges(changes.filter(other => other !== change))}
            />
          );
        })}
      </div>
    );
  }
  return (
    <div className={classes.root}>
      <Autocomplete
        size="small"
        className={classes.subject}
        options={options}
        groupBy={option => option.group}
        getOptionLabel={option => option.title}
        getOptionSelected={(option, selected) => option.id === selected.id}
        value={id ? (options.find(option => option.id === id) ?? { id, title: id, group: topics }) : null}
        onChange={(_event, option) => onChanges(option ? [`${option.id}:${target}`] : [])}
        renderInput={parameters => (
          <TextField {...parameters} variant="outlined" label={t('steering.whatIf.subject')} />
        )}
      />
      <TextField
        select
        size="small"
        variant="outlined"
        className={classes.target}
        id="maturity-what-if-target"
        label={t('steering.whatIf.becomes')}
        value={isTarget(target) ? target : 'advice'}
        disabled={!id}
        onChange={event => onChanges([`${id}:${event.target.value}`])}
      >
        {targets.map(one => (
          <MenuItem key={one} value={one}>
            {t(`steering.whatIf.${one}`)}
          </MenuItem>
        ))}
      </TextField>
    </div>
  );
}
