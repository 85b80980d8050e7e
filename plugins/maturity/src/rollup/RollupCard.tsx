// The overview card of a group, system or domain: how many of its components stand at which level.
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteParams, entityRouteRef, useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { maturityApiRef } from '../api/MaturityApi';
import { useLoad } from '../hooks/useLoad';
import { LevelName } from '../marks/LevelName';
import { ShareBar } from '../marks/ShareBar';
import { LoadError } from '../states/LoadError';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { Section } from '../states/Section';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({
  body: { padding: 16, display: 'grid', gap: 8 },
  level: { display: 'grid', gridTemplateColumns: '110px minmax(0, 1fr) 40px', gap: 8, alignItems: 'center' },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
});

/** Needs an entity around it. */
export function RollupCard() {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const api = useApi(maturityApiRef);
  const { entity } = useEntity();
  const entityRoute = useRouteRef(entityRouteRef);
  const within = stringifyEntityRef(entity);
  const { value, error, reload } = useLoad(within, signal => api.getOrganisation({ within }, signal));
  if (error && !value) return <LoadError what={t('rollup.theMaturity')} error={error} onRetry={reload} />;
  if (!value) return <RowsSkeleton rows={4} label={t('rollup.loading')} />;
  const { components, levels, score, coverage } = value;
  return (
    <Section
      title={t('rollup.title')}
      subtitle={t('marks.services', { count: components })}
      actions={<Link to={`${entityRoute(entityRouteParams(entity))}/maturity`}>{t('rollup.allServices')}</Link>}
    >
      <div className={classes.body}>
        {[...levels].reverse().map(level => (
          <div key={level.id} className={classes.level}>
            <LevelName levels={levels} level={level.id} />
            <ShareBar part={components ? level.components / components : undefined} width="100%" />
            <span className={classes.number}>{format.number(level.components)}</span>
          </div>
        ))}
        <Typography variant="body2" color="textSecondary">
          {t('marks.standing', { score: format.percent(score), coverage: format.percent(coverage) })}
        </Typography>
      </div>
    </Section>
  );
}
