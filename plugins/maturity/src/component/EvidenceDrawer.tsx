// The drawer that proves one verdict: why it matters, evidence to the field, what to do, and its history.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { MarkdownContent, Link as RouterLink } from '@backstage/core-components';
import Drawer from '@material-ui/core/Drawer';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { usePageRoute } from '../hooks/usePageRoute';
import { checkRouteRef } from '../routes';
import { CopyButton } from '../states/CopyButton';
import { useTexts } from '../translation/useTexts';
import { CheckReferences } from './CheckReferences';
import { DrawerHeader } from './DrawerHeader';
import { EffectNote } from './EffectNote';
import { EvidenceList } from './EvidenceList';
import { PatchPart } from './PatchPart';
import { RecheckButton } from './RecheckButton';
import { RulePart, missingRules } from './RulePart';
import { VerdictHistory } from './VerdictHistory';
import { checkRows } from './topicRows';
import { useBlockerKeys } from './useBlockerKeys';
import type { RecheckState } from './useRecheck';

interface EvidenceDrawerProps {
  view: ReportView;
  /** Id of the check whose evidence is open; empty where none is. */
  check: string;
  onOpen: (check: string) => void;
  recheck: RecheckState;
}

const useStyles = makeStyles(theme => ({
  paper: {
    width: 640,
    maxWidth: '100%',
    fontFamily: theme.typography.fontFamily,
    '& h2, & h3': { fontFamily: 'inherit' },
  },
  body: { padding: 24, overflowY: 'auto', flex: 1, display: 'grid', gap: 24, alignContent: 'start' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 8,
    padding: '12px 24px',
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  about: { marginLeft: 'auto', alignSelf: 'center' },
  heading: { fontSize: 16, lineHeight: '24px', fontWeight: 700, margin: '0 0 8px' },
}));

function Part({ title, children }: { title: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <section aria-label={title}>
      <h3 className={classes.heading}>{title}</h3>
      {children}
    </section>
  );
}

/** Escape or a click outside closes; J and K go to the next and the previous blocker. */
export function EvidenceDrawer({ view, check, onOpen, recheck }: EvidenceDrawerProps) {
  const classes = useStyles();
  const t = useTexts();
  const checkRoute = usePageRoute(checkRouteRef);
  const blockers = view.report.blockers.map(blocker => blocker.check);
  const at = blockers.indexOf(check);
  const go = (step: number) => {
    const next = blockers[at + step];
    if (at >= 0 && next) onOpen(next);
  };
  useBlockerKeys(Boolean(check), go);
  const definition = view.checks[check];
  const [row] = checkRows(
    view.report.verdicts.filter(record => record.check === check),
    view,
  );
  const patches = view.patches[check] ?? [];
  const rules = row ? missingRules(view, row.records) : [];
  const label = row ? t('component.evidence.of', { check: row.title }) : t('component.evidence.title');
  return (
    <Drawer
      anchor="right"
      open={Boolean(check && definition && row)}
      onClose={() => onOpen('')}
      PaperProps={{ className: classes.paper, 'aria-label': label, role: 'dialog' } as object}
    >
      {definition && row && (
        <>
          <DrawerHeader
            view={view}
            row={row}
            position={at >= 0 ? { at, of: blockers.length } : undefined}
            onStep={go}
            onClose={() => onOpen('')}
          />
          <div className={classes.body} key={check}>
            {at >= 0 && <EffectNote view={view} check={check} />}
            <Part title={t('component.evidence.why')}>
              <Typography variant="body2">{definition.why}</Typography>
            </Part>
            <Part title={t('component.evidence.title')}>
              <EvidenceList records={row.records} />
            </Part>
            <Part title={t('component.evidence.whatToDo')}>
              <MarkdownContent content={definition.remediation} />
            </Part>
            {patches.length > 0 && (
              <Part title={t(`mending.patch.title.${patches[0].kind}`)}>
                <PatchPart patches={patches} />
              </Part>
            )}
            {rules.length > 0 && (
              <Part title={t('mending.rule.title')}>
                <RulePart rules={rules} />
              </Part>
            )}
            <Part title={t('component.evidence.applies')}>
              <Typography variant="body2">{definition.appliesWhen}</Typography>
            </Part>
            <VerdictHistory view={view} check={check} />
            <Part title={t('component.evidence.documentation')}>
              <CheckReferences check={definition} />
            </Part>
          </div>
          <div className={classes.actions}>
            {patches[0] && (
              <CopyButton
                variant="contained"
                color="primary"
                text={patches.map(({ command }) => command).join('\n')}
                label={t(patches[0].kind === 'edit' ? 'mending.patch.copyGitCommand' : 'mending.patch.copyCommand')}
              />
            )}
            <RecheckButton recheck={recheck} />
            {checkRoute && (
              <span className={classes.about}>
                <RouterLink to={checkRoute({ checkId: definition.id })}>{t('mending.evidence.allChecks')}</RouterLink>
              </span>
            )}
          </div>
        </>
      )}
    </Drawer>
  );
}
