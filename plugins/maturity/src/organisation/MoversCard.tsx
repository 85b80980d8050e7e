// Which components changed their level, and why.
import type { OrganisationSummary, Transition } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDownIcon from '@material-ui/icons/ArrowDownward';
import ArrowUpIcon from '@material-ui/icons/ArrowUpward';
import { LevelName } from '../marks/LevelName';
import { ComponentLink } from '../states/ComponentLink';
import { Section } from '../states/Section';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  row: { padding: '8px 16px', borderBottom: `1px solid ${theme.palette.divider}`, '&:last-child': { borderBottom: 0 } },
  line: { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center', justifyContent: 'space-between' },
  turn: { display: 'inline-flex', gap: 8, alignItems: 'center' },
  empty: { padding: 16 },
}));

/** Newest first. Rise and fall are told by arrow and word, never by colour. */
export function MoversCard({ summary }: { summary: OrganisationSummary }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { movers, levels } = summary;
  const rank = (id: string | undefined) => levels.findIndex(level => level.id === id);
  const rose = (mover: Transition) => rank(mover.to) > rank(mover.from);
  const risen = movers.filter(rose).length;
  return (
    <Section
      title={t('organisation.movers.title')}
      subtitle={
        movers.length ? t('organisation.movers.subtitle', { rose: risen, fell: movers.length - risen }) : undefined
      }
    >
      {movers.length === 0 && (
        <Typography variant="body2" className={classes.empty}>
          {t('organisation.movers.none')}
        </Typography>
      )}
      <ul className={classes.list}>
        {movers.map(mover => (
          <li key={mover.id} className={classes.row}>
            <div className={classes.line}>
              <ComponentLink component={mover.component} />
              <span className={classes.turn}>
                {rose(mover) ? (
                  <ArrowUpIcon fontSize="small" titleAccess={t('organisation.movers.rose')} />
                ) : (
                  <ArrowDownIcon fontSize="small" titleAccess={t('organisation.movers.fell')} />
                )}
                {mover.from && <LevelName levels={levels} level={mover.from} size={14} />} →{' '}
                <LevelName levels={levels} level={mover.to} size={14} />
              </span>
            </div>
            <Typography variant="caption" color="textSecondary">
              {mover.reason}, {format.instant(mover.at)}
            </Typography>
          </li>
        ))}
      </ul>
    </Section>
  );
}
