// Generates the page of one check: from its metadata, and from the fixtures that its tests run.
import type { Change, Check } from '@maturity-roadmap/engine';
import { changeDiff, changesOf, manifestLines } from '@maturity-roadmap/engine';
import { topicTitles } from '@maturity-roadmap/roadmap';
import type { TopicId } from '@maturity-roadmap/roadmap';
import type { JudgedFixture } from './fixturesOf';
import { firstOf, fixturesOf } from './fixturesOf';

const kindName = (id: string) => id.slice(id.lastIndexOf('/') + 1);
/** Comments of fixtures steer the tests and say nothing to readers. */
export const withoutSteering = (text: string) =>
  text.replace(/^(#|\/\/) (expect|state|fix|settings): .*\n/gm, '').trimEnd();

function languageOf(path: string): string {
  if (/\.(ya?ml)$/.test(path)) return 'yaml';
  return /Dockerfile|\.Dockerfile$/.test(path) ? 'dockerfile' : 'text';
}

function example(title: string, fixture: JudgedFixture | undefined): string {
  if (!fixture) return '';
  const several = fixture.files.length > 1;
  const blocks = fixture.files.map(
    ({ path, text }) =>
      `${several ? `\`${path}\`\n\n` : ''}\`\`\`\`${languageOf(path)}\n${withoutSteering(text)}\n\`\`\`\`\n`,
  );
  return `## ${title}\n\n> ${fixture.result.verdict}: ${fixture.result.reason}\n\n${blocks.join('\n')}`;
}

function reasonsOf(fixtures: readonly JudgedFixture[], verdict: string): string[] {
  return [...new Set(fixtures.filter(({ result }) => result.verdict === verdict).map(({ result }) => result.reason))];
}

const list = (items: readonly string[]) => items.map(item => `- ${item}`).join('\n');

function unknownSection(check: Check, fixtures: readonly JudgedFixture[]): string {
  const kinds = check.reads.map(kindName).join(', ');
  const always =
    check.subject === 'workload'
      ? `The workload${kinds ? `, or one of ${kinds} that it has to ask for,` : ''} can't be listed, or was not read lately.`
      : "The repository can't be read.";
  const others = fixtures.flatMap(({ result }) =>
    result.verdict === 'unknown' && !['forbidden', 'stale', 'unreachable'].includes(result.code) ? [result.reason] : [],
  );
  return list([always, ...new Set(others)]);
}

/** What else it finds, beside the example that is shown in full. */
function findingsSection(fixtures: readonly JudgedFixture[], shown: JudgedFixture | undefined): string {
  const reasons = [...reasonsOf(fixtures, 'fail'), ...reasonsOf(fixtures, 'warn')];
  const others = reasons.filter(reason => reason !== shown?.result.reason);
  return others.length > 0 ? `Nor with these, for instance:\n\n${list(others)}\n` : '';
}

/** A change as readers know it: a JSON Patch, a manifest, or the lines of a file. */
function changeText(change: Change): string {
  const what = `${change.object.kind} \`${change.object.name}\``;
  if (change.kind === 'create')
    return `This creates ${what}:\n\n\`\`\`yaml\n${manifestLines(change.manifest).join('\n')}\n\`\`\``;
  if (change.kind === 'edit') {
    const signs = { same: ' ', removed: '-', added: '+' } as const;
    const lines = changeDiff(change)!.lines.map(line => (line.change === 'gap' ? '⋯' : signs[line.change] + line.text));
    const file = `\`${change.object.name}\``;
    return `This ${change.isNew ? 'adds' : 'edits'} ${file}:\n\n\`\`\`diff\n${lines.join('\n')}\n\`\`\``;
  }
  const patch = JSON.stringify(change.operations, undefined, 2);
  return `This JSON Patch changes ${what}:\n\n\`\`\`json\n${patch}\n\`\`\``;
}

/** The change it proposes, for the example shown or else for the first that has one. */
function changeSection(fixtures: readonly JudgedFixture[], shown: JudgedFixture | undefined): string {
  for (const { result } of [...(shown ? [shown] : []), ...fixtures]) {
    if (!('fix' in result) || !result.fix) continue;
    const about = result.reason === shown?.result.reason ? 'the example above' : `\u201c${result.reason}\u201d`;
    const changes = changesOf(result.fix).map(changeText).join('\n\n');
    return `## Proposed change\n\nWhere the change follows from what was read it proposes one. For ${about}:\n\n${changes}\n`;
  }
  return '';
}

function revisionsSection({ revisions = [] }: Check): string {
  if (revisions.length === 0) return '';
  const rows = [...revisions].reverse().map(({ since, what }) => `since ${since}: ${what}`);
  return `## Judged otherwise\n\n${list(rows)}\n`;
}

function thresholdsSection({ id, thresholds }: Check): string {
  const rows = Object.entries(thresholds ?? {}).map(
    ([name, { default: value, min, max, meaning }]) => `| \`${name}\` | ${meaning} | ${value} | ${min} to ${max} |`,
  );
  if (rows.length === 0) return '';
  return `## Thresholds\n\nSet them in app-config under \`maturity.checks.${id}.thresholds\`.\n\n| name | meaning | default | range |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function listsSection({ id, lists }: Check): string {
  const rows = Object.entries(lists ?? {}).map(
    ([name, { default: value, meaning }]) => `| \`${name}\` | ${meaning} | ${value.join(', ') || 'empty: not asked'} |`,
  );
  if (rows.length === 0) return '';
  return `## Lists\n\nSet them in app-config under \`maturity.checks.${id}.lists\`.\n\n| name | what it lists | default |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

/** The page of a check. */
export function generateCheckPage(root: string, check: Check): string {
  const fixtures = fixturesOf(root, check);
  const failing = firstOf(fixtures, 'fail') ?? firstOf(fixtures, 'warn');
  const notApplicable = reasonsOf(fixtures, 'notApplicable');
  const weight = check.advice ? `${check.severity}; advice, which is neither scored nor blocks` : check.severity;
  return `<!-- Generated by \`yarn generate\` from the metadata and the fixtures of the check. -->

# \`${check.id}\`

**${check.title}.** ${check.why}

- Topic: ${topicTitles[check.topic as TopicId]}
- Severity: ${weight}
- Since: version ${check.since} of the standard
- Judges: ${check.subject === 'workload' ? 'each workload of a component' : "the component's repository"}
- Reads: ${check.reads.length ? check.reads.map(id => `\`${id}\``).join(', ') : 'the workload itself'}

## What to do

${check.remediation}

## Applies when

${check.appliesWhen === 'always' ? 'Always.' : check.appliesWhen}

${notApplicable.length ? `Otherwise it says so, for instance:\n\n${list(notApplicable)}\n` : ''}
## Unknown when

${unknownSection(check, fixtures)}

${revisionsSection(check)}${thresholdsSection(check)}${listsSection(check)}
${example('Passes', firstOf(fixtures, 'pass'))}
${example('Does not pass', failing)}
${findingsSection(fixtures, failing)}
${changeSection(fixtures, failing)}
## References

${list(check.references.map(url => `<${url}>`))}
`;
}
