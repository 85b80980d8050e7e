// A component without workloads: what was looked for, the nearest matches, and the lines to paste.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { ANNOTATION_EDIT_URL } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { CopyableCode } from '../states/CopyableCode';
import { useTexts } from '../translation/useTexts';
import { NearestTable } from './NearestTable';
import { RecheckButton } from './RecheckButton';
import type { RecheckState } from './useRecheck';

interface NotMappedCardProps {
  view: ReportView;
  recheck: RecheckState;
}

const useStyles = makeStyles({
  columns: { display: 'flex', flexWrap: 'wrap', gap: '16px 32px', padding: 24 },
  text: { flex: '1 1 320px', minWidth: 0 },
  lines: { flex: '1.4 1 360px', minWidth: 0 },
  title: { fontSize: 20, lineHeight: '24px', fontWeight: 700, margin: '0 0 8px' },
  label: { fontSize: 12, lineHeight: '16px', fontWeight: 700, margin: '16px 0 4px' },
  lookedFor: { fontFamily: 'monospace', fontSize: 12, lineHeight: '18px', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 8 },
});

/** Its repository may still have been judged. Needs an entity around it. */
export function NotMappedCard({ view: { mapping }, recheck }: NotMappedCardProps) {
  const classes = useStyles();
  const t = useTexts();
  const editUrl = useEntity().entity.metadata.annotations?.[ANNOTATION_EDIT_URL];
  const [chosen, setChosen] = useState(0);
  const nearest = mapping.nearest[Math.min(chosen, mapping.nearest.length - 1)];
  const suggestion = nearest?.suggestion ?? mapping.suggestion;
  const isEntity = suggestion.includes('annotations:');
  return (
    <Paper component="section" aria-label={t('mending.notMapped.title')}>
      <div className={classes.columns}>
        <div className={classes.text}>
          <h2 className={classes.title}>{t('mending.notMapped.title')}</h2>
          <Typography variant="body2">{t('mending.notMapped.text')}</Typography>
          {mapping.problem && (
            <Typography variant="body2" color="error">
              {mapping.problem}
            </Typography>
          )}
          <h3 className={classes.label}>{t('mending.notMapped.lookedFor')}</h3>
          <p className={classes.lookedFor}>{mapping.lookedFor}</p>
        </div>
        <div className={classes.lines}>
          <h3 className={classes.label}>{t(isEntity ? 'mending.notMapped.add' : 'mending.notMapped.addToWorkload')}</h3>
          <CopyableCode text={suggestion} />
          <div className={classes.actions}>
            {editUrl && isEntity && (
              <Button variant="contained" color="primary" size="small" href={editUrl} target="_blank" rel="noopener">
                {t('mending.notMapped.edit')}
              </Button>
            )}
            <RecheckButton recheck={recheck} label={t('mending.notMapped.lookAgain')} />
          </div>
        </div>
      </div>
      <NearestTable nearest={mapping.nearest} chosen={chosen} onChoose={setChosen} />
    </Paper>
  );
}
