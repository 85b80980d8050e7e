// The evidence of a verdict: in each place the object, the field, what stands there and what should.
import type { Evidence, ObjectRef, VerdictRecord } from '@maturity-roadmap/engine';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import LayersIcon from '@material-ui/icons/Layers';
import { VerdictMark } from '../marks/VerdictMark';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none', border: `1px solid ${theme.palette.divider}`, borderRadius: 4 },
  record: {
    display: 'flex',
    gap: 12,
    padding: 12,
    borderBottom: `1px solid ${theme.palette.divider}`,
    '&:last-child': { borderBottom: 0 },
  },
  body: { minWidth: 0, flex: 1 },
  mono: { fontFamily: 'monospace', fontSize: 12, lineHeight: '18px', overflowWrap: 'anywhere' },
  row: { margin: '8px 0 0', display: 'grid', gridTemplateColumns: '80px minmax(0, 1fr)', columnGap: 8 },
  term: { fontSize: 12, lineHeight: '18px', color: theme.palette.text.secondary },
  value: { margin: 0 },
  inherited: { display: 'flex', gap: 4, alignItems: 'center' },
}));

/** Worst first, as the caller sorted them. */
export function EvidenceList({ records }: { records: readonly VerdictRecord[] }) {
  const classes = useStyles();
  return (
    <ul className={classes.list}>
      {records.map((record, at) => (
        <li key={at} className={classes.record}>
          <VerdictMark verdict={record.verdict} />
          <div className={classes.body}>
            <div className={classes.mono}>
              <strong>{record.environment}</strong>
              {record.workload && ` / ${nameOf(record.workload)}`}
            </div>
            <Typography variant="body2">{record.reason}</Typography>
            {record.evidence.map((evidence, row) => (
              <EvidenceRow key={row} evidence={evidence} />
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

function nameOf({ namespace, kind, name }: ObjectRef): string {
  return [namespace, `${kind} ${name}`].filter(Boolean).join(' / ');
}

function EvidenceRow({ evidence }: { evidence: Evidence }) {
  const classes = useStyles();
  const t = useTexts();
  const facts: [string, string | undefined][] = [
    [t('component.evidence.object'), nameOf(evidence.object)],
    [t('component.evidence.field'), evidence.path],
    [t('component.evidence.observed'), evidence.observed],
    [t('component.evidence.expected'), evidence.expected],
  ];
  return (
    <>
      <dl className={classes.row}>
        {facts.map(
          ([term, value]) =>
            value && (
              <FactRow key={term} term={term}>
                {value}
              </FactRow>
            ),
        )}
      </dl>
      {evidence.inheritedFrom && (
        <Typography variant="caption" className={classes.inherited}>
          <LayersIcon fontSize="inherit" /> {t('marks.inheritedFrom', { giver: nameOf(evidence.inheritedFrom) })}
        </Typography>
      )}
    </>
  );
}

function FactRow({ term, children }: { term: string; children: string }) {
  const classes = useStyles();
  return (
    <>
      <dt className={classes.term}>{term}</dt>
      <dd className={`${classes.value} ${classes.mono}`}>{children}</dd>
    </>
  );
}
