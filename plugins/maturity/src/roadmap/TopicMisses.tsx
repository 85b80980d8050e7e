// Services that do not meet a topic yet, mine first, each with what is missing and the way to its evidence.
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { LevelCount, TopicView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Chip from '@material-ui/core/Chip';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { LevelName } from '../marks/LevelName';
import { VerdictMark } from '../marks/VerdictMark';
import { ComponentLink } from '../states/ComponentLink';
import { RowHead } from '../states/RowHead';
import { Section } from '../states/Section';
import { useFormat } from '../theme/useFormat';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { useTexts } from '../translation/useTexts';

interface TopicMissesProps {
  topic: TopicView;
  levels: readonly LevelCount[];
}

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  missing: { display: 'flex', gap: 8, alignItems: 'flex-start' },
  name: { display: 'flex', gap: 8, alignItems: 'center' },
  empty: { padding: 16 },
});

/** Mine are marked by colour and by word. */
export function TopicMisses({ topic, levels }: TopicMissesProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { highlight } = useMaturityTokens();
  const { applicable, met } = topic.adoption;
  return (
    <Section
      title={t('roadmap.misses.title')}
      subtitle={t('roadmap.misses.subtitle', { services: t('marks.services', { count: applicable - met }) })}
    >
      {topic.misses.length === 0 ? (
        <Typography variant="body2" className={classes.empty}>
          {t('roadmap.misses.none')}
        </Typography>
      ) : (
        <div className={classes.scroll}>
          <Table size="small" aria-label={t('roadmap.misses.table')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('roadmap.misses.service')}</TableCell>
                <TableCell>{t('roadmap.misses.owner')}</TableCell>
                <TableCell>{t('roadmap.misses.level')}</TableCell>
                <TableCell>{t('roadmap.misses.missing')}</TableCell>
                <TableCell>{t('roadmap.misses.where')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {topic.misses.map(component => (
                <TableRow key={component.ref} style={component.mine ? { background: highlight } : undefined}>
                  <RowHead>
                    <span className={classes.name}>
                      <ComponentLink component={component} {...(component.check ? { check: component.check } : {})} />
                      {component.mine && (
                        <Chip size="small" variant="outlined" label={t('roadmap.misses.yours')} style={{ margin: 0 }} />
                      )}
                    </span>
                  </RowHead>
                  <TableCell>{component.owner && <EntityRefLink entityRef={component.owner} hideIcon />}</TableCell>
                  <TableCell>
                    <LevelName levels={levels} level={component.level} size={16} />
                  </TableCell>
                  <TableCell>
                    <span className={classes.missing}>
                      <VerdictMark verdict={component.verdict} /> {component.reason}
                    </span>
                  </TableCell>
                  <TableCell>{format.list(component.environments)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </Section>
  );
}
