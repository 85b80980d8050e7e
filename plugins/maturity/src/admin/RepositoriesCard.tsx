// The repositories: how many, how many wait, and what each host is asked.
import type { AdminHost, AdminRepositories } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ShareBar } from '../marks/ShareBar';
import { RowHead } from '../states/RowHead';
import { Section } from '../states/Section';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';
import { useKeeperText } from './useKeeperText';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  note: { padding: 16 },
  number: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  text: { overflowWrap: 'anywhere' },
});

function HostRow({ host }: { host: AdminHost }) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { host: name, spent, perHour, pausedUntil, lastError } = host;
  const open = spent < perHour ? t('admin.repositories.asked') : t('admin.repositories.exhausted');
  return (
    <TableRow>
      <RowHead>{name}</RowHead>
      <TableCell className={classes.number}>
        <ShareBar part={Math.min(1, spent / perHour)} width={48} />{' '}
        {t('admin.repositories.ofBudget', { spent, perHour })}
      </TableCell>
      <TableCell>
        {pausedUntil ? t('admin.repositories.paused', { when: format.instant(pausedUntil) }) : open}
      </TableCell>
      <TableCell className={classes.text}>{lastError ?? t('admin.kind.never')}</TableCell>
    </TableRow>
  );
}

/** Says so where reading them is switched off. */
export function RepositoriesCard({ repositories }: { repositories: AdminRepositories }) {
  const classes = useStyles();
  const t = useTexts();
  const keeperText = useKeeperText();
  const { enabled, trees, waiting, hosts } = repositories;
  const subtitle = t('admin.repositories.kept', {
    trees: t('admin.repositories.trees', { count: trees }),
    waiting: t('admin.repositories.waiting', { count: waiting }),
    keeper: keeperText(repositories),
  });
  return (
    <Section title={t('admin.repositories.title')} {...(enabled ? { subtitle } : {})}>
      {(!enabled || hosts.length === 0) && (
        <Typography variant="body2" className={classes.note}>
          {t(enabled ? 'admin.repositories.none' : 'admin.repositories.off')}
        </Typography>
      )}
      {enabled && hosts.length > 0 && (
        <div className={classes.scroll}>
          <Table size="small" aria-label={t('admin.repositories.hosts')}>
            <TableHead>
              <TableRow>
                {(['host', 'spent', 'state', 'error'] as const).map(column => (
                  <TableCell key={column}>{t(`admin.repositories.${column}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {hosts.map(host => (
                <HostRow key={host.host} host={host} />
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </Section>
  );
}
