// Works out what has to be written for one part: only what differs from what is stored.
import type { ChangeCause, VerdictRecord } from '@maturity-roadmap/engine';
import { repositoryEnvironment } from '@maturity-roadmap/engine';
import type { Composer, Part, ReportPart } from './Composer';
import type { Change, Standing } from './diffReports';
import { diffLevels, diffVerdicts } from './diffReports';
import type { PendingWrites } from './PendingWrites';
import { recordsToText, textToRecords } from './recordText';
import type { ComponentMetadata } from './reportRows';
import { partRow, recordsOf, reportRow, rowHash, toPart, withRecent } from './reportRows';
import type { PartRow, ReportRow } from './rows';
import { unknownRows } from './unknownRows';

/** What was found of a component in one environment. */
export interface PartInput extends Part {
  component: ComponentMetadata;
  /** What made it be judged. */
  cause?: ChangeCause;
  /** The checks that `records` are of, where all others are as they were stored; absent if they are of all checks. */
  only?: ReadonlySet<string>;
}

/** What is known of a component before a part is written. */
export interface Before {
  row?: ReportRow;
  parts: Map<string, PartRow>;
}

/** Characters of newer verdicts after which a part is written whole again. */
const recentLimit = 6_000;

/** Provisional parts count only where there is nothing better. */
export function used<T extends Pick<PartRow, 'provisional' | 'environment'>>(parts: Iterable<T>): T[] {
  const all = [...parts];
  const final = all.filter(({ provisional }) => !provisional);
  return final.some(({ environment }) => environment !== repositoryEnvironment) ? final : all;
}

/**
 * The instant of a change. Replicas judge at their own time and by their own clocks; what is written later counts as
 * later, so that history can be read in its order.
 */
const laterThan = (before: string | undefined, observed: string) =>
  before !== undefined && observed <= before ? new Date(Date.parse(before) + 1).toISOString() : observed;

/** A part as it will be, and as it was. */
interface Next {
  /** Undefined if it is gone. */
  part?: Part;
  old?: readonly VerdictRecord[];
  isSame: boolean;
  write(): void;
}

function wholePart(input: PartInput, stored: PartRow | undefined, composer: Composer, writes: PendingWrites): Next {
  const { component, environment, provisional, workloads } = input;
  const isGone = workloads.length === 0 && environment !== repositoryEnvironment;
  const old = stored && recordsOf(stored);
  if (isGone)
    return { old, isSame: false, write: () => writes.partGone({ component_ref: component.ref, environment }) };
  const row = partRow(component.ref, input, composer);
  const isSameText = () =>
    stored!.recent !== null &&
    stored!.layout === row.layout &&
    stored!.workloads === row.workloads &&
    recordsToText(old!) === row.records;
  const isSame =
    stored !== undefined && Boolean(stored.provisional) === provisional && (stored.hash === row.hash || isSameText());
  const moved = environment !== repositoryEnvironment && stored?.workloads !== row.workloads;
  return {
    part: input,
    old,
    isSame,
    write: () => {
      writes.part(row);
      if (moved) writes.workloadsChanged(component.ref);
    },
  };
}

function changedPart(input: PartInput, stored: PartRow, composer: Composer, writes: PendingWrites): Next {
  const { component, environment, records: newer } = input;
  const old = recordsOf(stored);
  const records = withRecent(old, newer);
  const earlier = stored.recent ? textToRecords(stored.recent, environment) : [];
  const recent = recordsToText([...earlier.filter(({ check }) => !input.only!.has(check)), ...newer]);
  const workloads = JSON.stringify(input.workloads);
  const moved = workloads !== stored.workloads;
  const row = {
    component_ref: component.ref,
    environment,
    observed_at: input.observedAt,
    hash: '',
    layout: composer.layout.id,
    topics: composer.topicLetters(records),
    recent,
  };
  const part = { ...input, records };
  return {
    part,
    old,
    isSame: false,
    write: () => {
      if (recent.length > recentLimit) writes.part(partRow(component.ref, part, composer));
      else writes.partChange(row, moved ? workloads : undefined);
      if (moved) writes.workloadsChanged(component.ref);
    },
  };
}

const textOf = (rows: readonly object[]) =>
  rows
    .map(row => JSON.stringify(row))
    .sort()
    .join('\n');

/**
 * Works out what has to be written for one part.
 *
 * @returns whether that could be told: verdicts of some checks need the others that they stand among
 */
export function preparePart(
  input: PartInput,
  { row, parts }: Before,
  composer: Composer,
  writes: PendingWrites,
): boolean {
  const { component, environment, provisional, only } = input;
  const stored = parts.get(environment);
  const wasProvisional = [...parts.values()].some(part => part.provisional);
  // Early verdicts are for components of which nothing is known yet.
  if (provisional && ((row && !wasProvisional) || (stored && !stored.provisional))) return true;
  if (only) {
    if (!stored || Boolean(stored.provisional) !== provisional || stored.layout !== composer.layout.id) return false;
  } else if (!stored && input.workloads.length === 0 && environment !== repositoryEnvironment) return true;
  const next = only ? changedPart(input, stored!, composer, writes) : wholePart(input, stored, composer, writes);
  const isRowCurrent = row?.hash === rowHash(component, composer);
  if (next.isSame && isRowCurrent) return true;
  const old = stored && { ...stored, records: next.old! };
  const before: PartRow[] = isRowCurrent ? used(parts.values()) : [];
  const others = [...parts.values()].filter(part => part !== stored).map(toPart);
  const now = used([...others, ...(next.part ? [next.part] : [])]);
  if (!next.isSame) next.write();
  if (!next.part) parts.delete(environment);
  const report = composer.compose(component.ref, now as readonly ReportPart[]);
  const at = laterThan(row?.changed_at, input.observedAt);
  writes.report({ ...reportRow(component, report, composer), changed_at: at });
  const oldRecords = before.flatMap(part =>
    part === stored ? old!.records : (others.find(other => other.environment === part.environment)?.records ?? []),
  );
  const unknowns = unknownRows(component.ref, report.verdicts);
  const had = isRowCurrent ? unknownRows(component.ref, oldRecords) : undefined;
  if (!had || textOf(had) !== textOf(unknowns)) writes.replaceUnknowns(component.ref, unknowns);
  if (now.some(one => one.provisional)) return true;
  const known = stored && !stored.provisional ? next.old : undefined;
  const ofOnly = (records: readonly VerdictRecord[]) =>
    only ? records.filter(({ check }) => only.has(check)) : records;
  const changes = diffVerdicts(
    environment,
    known && ofOnly(known),
    next.part && ofOnly(next.part.records),
    input.cause,
  );
  writes.changes(component.ref, at, [...changes, ...levelChanges(row, wasProvisional, report, changes, known)]);
  return true;
}

function levelChanges(
  row: ReportRow | undefined,
  wasProvisional: boolean,
  report: ReturnType<Composer['compose']>,
  changes: readonly Change[],
  known: readonly VerdictRecord[] | undefined,
): Change[] {
  // Where nothing ran before, the first level that workloads reach is no move from the one without them.
  const isFirst = !row || wasProvisional || (row.workloads === 0 && report.workloads.length > 0);
  const levels = diffLevels(isFirst ? undefined : (JSON.parse(row.report) as Standing), report, changes);
  // Nor is the level that follows from an environment which was not judged before: it stood there all along.
  const isNew = known === undefined && changes.some(({ to }) => to === 'judged');
  return isNew ? levels.map(({ from: _, ...level }) => level) : levels;
}
