// Tries a change of the standard out: who would rise, who would drop, before anything is changed.
import type {
  CheckList,
  LevelCount,
  OrganisationSummary,
  WhatIf,
} from '@maturity-roadmap/backstage-plugin-maturity-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useRef } from 'react';
import type { Loaded } from '../hooks/useLoad';
import { Busy } from '../states/Busy';
import { LoadError } from '../states/LoadError';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { Section } from '../states/Section';
import { useTexts } from '../translation/useTexts';
import { WhatIfForm } from './WhatIfForm';
import { WhatIfResult } from './WhatIfResult';

interface WhatIfCardProps {
  summary: OrganisationSummary;
  levels: readonly LevelCount[];
  /** Loaded once something is tried; until then topics are offered. */
  checks: CheckList | undefined;
  changes: readonly string[];
  onChanges: (changes: string[]) => void;
  answer: Loaded<WhatIf | undefined>;
}

const useStyles = makeStyles({ body: { padding: 16, display: 'grid', gap: 16 } });

/** Comes into view when something else on the page asks what if. */
export function WhatIfCard({ summary, levels, checks, changes, onChanges, answer }: WhatIfCardProps) {
  const classes = useStyles();
  const t = useTexts();
  const root = useRef<HTMLDivElement>(null);
  const asked = changes.join();
  const wasAsked = useRef(asked);
  useEffect(() => {
    if (asked && asked !== wasAsked.current) root.current?.scrollIntoView?.({ block: 'nearest' });
    wasAsked.current = asked;
  }, [asked]);
  const { value, error, loading, reload } = answer;
  return (
    <div ref={root}>
      <Section
        title={t('steering.whatIf.title')}
        subtitle={t('steering.whatIf.subtitle')}
        actions={
          changes.length > 0 && (
            <Button size="small" onClick={() => onChanges([])}>
              {t('steering.whatIf.clear')}
            </Button>
          )
        }
      >
        <div className={classes.body}>
          <WhatIfForm tiers={summary.tiers} checks={checks} changes={changes} onChanges={onChanges} />
          {changes.length === 0 && (
            <Typography variant="body2" color="textSecondary">
              {t('steering.whatIf.choose')}
            </Typography>
          )}
          {error && !value && <LoadError what={t('steering.whatIf.theAnswer')} error={error} onRetry={reload} />}
          {loading && !value && changes.length > 0 && <RowsSkeleton rows={4} label={t('steering.whatIf.loading')} />}
          {value && (
            <Busy when={answer.outdated}>
              <WhatIfResult answer={value} levels={levels} />
            </Busy>
          )}
        </div>
      </Section>
    </div>
  );
}
