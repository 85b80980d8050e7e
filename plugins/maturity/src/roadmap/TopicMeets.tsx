// Services that meet a topic, and whom to ask.
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { LevelCount, TopicView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { LevelName } from '../marks/LevelName';
import { ComponentLink } from '../states/ComponentLink';
import { RowHead } from '../states/RowHead';
import { Section } from '../states/Section';
import { useTexts } from '../translation/useTexts';

interface TopicMeetsProps {
  topic: TopicView;
  levels: readonly LevelCount[];
}

const useStyles = makeStyles({ empty: { padding: 16 }, scroll: { overflowX: 'auto' } });

/** Highest level first. */
export function TopicMeets({ topic, levels }: TopicMeetsProps) {
  const classes = useStyles();
  const t = useTexts();
  if (topic.meets.length === 0) {
    return (
      <Section title={t('roadmap.meets.title')}>
        <Typography variant="body2" className={classes.empty}>
          {t('roadmap.meets.none')}
        </Typography>
      </Section>
    );
  }
  return (
    <Section title={t('roadmap.meets.title')}>
      <div className={classes.scroll}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('roadmap.meets.service')}</TableCell>
              <TableCell>{t('roadmap.meets.level')}</TableCell>
              <TableCell>{t('roadmap.meets.ask')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {topic.meets.map(component => (
              <TableRow key={component.ref}>
                <RowHead>
                  <ComponentLink component={component} {...(component.check ? { check: component.check } : {})} />
                  {component.mine && ` ${t('roadmap.meets.yours')}`}
                </RowHead>
                <TableCell>
                  <LevelName levels={levels} level={component.level} size={14} />
                </TableCell>
                <TableCell>{component.owner && <EntityRefLink entityRef={component.owner} hideIcon />}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </Section>
  );
}
