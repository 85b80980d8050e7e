// The components behind a cell of the heat map: what was found of each, why, and where, with a way to the evidence.
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Cell, HeatMap } from '@maturity-roadmap/backstage-plugin-maturity-common';
import IconButton from '@material-ui/core/IconButton';
import ButtonLink from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import type { Loaded } from '../hooks/useLoad';
import { topicRouteRef } from '../routes';
import { LoadError } from '../states/LoadError';
import { RowsSkeleton } from '../states/RowsSkeleton';
import { Section } from '../states/Section';
import { useFormat } from '../theme/useFormat';
import type { Texts } from '../translation/useTexts';
import { useTexts } from '../translation/useTexts';
import { CellTable } from './CellTable';

interface CellPanelProps {
  /** `Payments × Network policies`. */
  title: string;
  roadmapId: string;
  topic: string;
  levels: HeatMap['roadmap']['levels'];
  cell: Loaded<Cell | undefined>;
  /** More components are shown below those that are. */
  onMore: () => void;
  onClose: () => void;
}

/** Components shown at first, and added each time. */
export const cellStep = 25;

const useStyles = makeStyles({
  actions: { display: 'flex', gap: 16, alignItems: 'center' },
  more: { padding: 8, display: 'flex', gap: 8, alignItems: 'center' },
});

/** `3 fail, 2 meet it`. */
function countsText({ counts }: Cell, t: Texts): string[] {
  const met = (counts.pass ?? 0) + (counts.warn ?? 0);
  const all = { fail: counts.fail ?? 0, unknown: counts.unknown ?? 0, met, notApplicable: counts.notApplicable ?? 0 };
  return (Object.keys(all) as (keyof typeof all)[]).flatMap(name =>
    all[name] > 0 ? [t(`steering.heat.counts.${name}`, { count: all[name] })] : [],
  );
}

/** What needs work comes first. */
export function CellPanel({ title, roadmapId, topic, levels, cell, onMore, onClose }: CellPanelProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const topicRoute = useRouteRef(topicRouteRef);
  const { value, error, reload } = cell;
  const more = value ? value.total - value.items.length : 0;
  return (
    <Section
      title={title}
      subtitle={value && format.list(countsText(value, t))}
      busy={cell.outdated}
      actions={
        <span className={classes.actions}>
          <Link to={topicRoute({ roadmapId, topicId: topic })}>{t('heatmap.panel.openTopic')}</Link>
          <IconButton size="small" aria-label={t('states.close')} onClick={onClose}>
            <CloseIcon fontSize="small" />
          </IconButton>
        </span>
      }
    >
      {error && !value && <LoadError what={t('heatmap.panel.theServices')} error={error} onRetry={reload} />}
      {!value && !error && <RowsSkeleton rows={4} label={t('heatmap.panel.loading')} />}
      {value && <CellTable title={title} items={value.items} topic={topic} levels={levels} />}
      {value && more > 0 && (
        <div className={classes.more}>
          <ButtonLink size="small" color="primary" onClick={onMore}>
            {t('steering.heat.showMore', { more: Math.min(more, cellStep) })}
          </ButtonLink>
          {t('steering.heat.shownOf', { shown: value.items.length, all: value.total })}
        </div>
      )}
    </Section>
  );
}
