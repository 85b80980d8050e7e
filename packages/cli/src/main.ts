// The `maturity` command.
import { errorMessage } from '@maturity-roadmap/engine';
import { defaultOutline } from '@maturity-roadmap/roadmap';
import { Command, InvalidArgumentError, Option } from 'commander';
import { diagnose } from './diagnose';
import type { FormatName } from './formats';
import { formats } from './formats';
import type { Scored } from './runScore';
import { runScore } from './runScore';
import type { ScoreOptions } from './score';
import { testOwnChecks } from './testOwnChecks';

/** Exit statuses; pipelines depend on them. */
export const exitStatus = { reached: 0, notReached: 1, couldNotRun: 2 } as const;

const levels = defaultOutline.levels.map(level => level.id);

function parseVersion(value: string): string {
  if (/^(latest|v1\.\d+)$/.test(value)) return value;
  throw new InvalidArgumentError('write it as v1.N, or latest.');
}

/** Whether every component stands at the level or above. Without a component nothing is reached. */
function reached({ levels: reachedLevels }: Scored, level: string): boolean {
  const wanted = levels.indexOf(level);
  return reachedLevels.length > 0 && reachedLevels.every(one => levels.indexOf(one) >= wanted);
}

interface Options extends ScoreOptions {
  format: FormatName;
  level?: string;
}

function run(paths: string[], options: Options): number {
  const { format, level, ...others } = options;
  const scored = runScore(paths, others, format, new Date());
  process.stdout.write(`${scored.text}\n`);
  if (!level) return exitStatus.reached;
  return reached(scored, level) ? exitStatus.reached : exitStatus.notReached;
}

function runTests(folder: string): number {
  const { lines, passed, failed, problems } = testOwnChecks(folder);
  for (const { file, line, message } of problems) process.stderr.write(`${file}:${line}: ${message}\n`);
  if (problems.length > 0 || passed + failed === 0) {
    process.stderr.write(`maturity: ${problems.length > 0 ? 'mend the checks first' : `no checks in ${folder}`}\n`);
    return exitStatus.couldNotRun;
  }
  process.stdout.write(`${[...lines, `${passed} passed, ${failed} failed`].join('\n')}\n`);
  return failed === 0 ? exitStatus.reached : exitStatus.notReached;
}

/**
 * Runs the command.
 *
 * @param argv - as in `process.argv`
 * @returns the exit status
 */
export async function main(argv: readonly string[]): Promise<number> {
  let status: number = exitStatus.reached;
  const program = new Command('maturity')
    .description('Judges Kubernetes manifests and repositories by the checks of the Maturity Roadmap.')
    .exitOverride()
    .showHelpAfterError('Run "maturity score --help" for the options.');
  program
    .command('score')
    .description('judge manifests; each top-level workload is a component, or the entities of --catalog say which is')
    .argument('<path...>', 'files or folders with manifests; - is standard input')
    .addOption(
      new Option('--format <format>', 'how to print the result').choices(Object.keys(formats)).default('table'),
    )
    .option('--catalog <file>', 'catalog file whose components claim the workloads')
    .option('--repository <dir>', 'repository with the Dockerfile, compose file and the like')
    .option('--checks <path...>', 'own checks in CEL to add: files, or folders with them')
    .option('--config <file>', 'settings of checks, as under maturity in app-config')
    .option('--pod-security-version <v1.N>', 'version of the Pod Security Standards to judge by', parseVersion)
    .addOption(new Option('--level <level>', 'exit with 1 unless every component reaches it').choices(levels.slice(1)))
    .action((paths: string[], options: Options) => {
      status = run(paths, options);
    });
  program
    .command('test')
    .description('run the fixtures of own checks')
    .argument('<folder>', 'folder with own checks, and their fixtures in fixtures/<id>/')
    .action((folder: string) => {
      status = runTests(folder);
    });
  program
    .command('diagnose')
    .description("say why pods do not run, from a cluster's dump")
    .argument('<path...>', 'files or folders, for instance of kubectl get all,events,pvc -o yaml; - is standard input')
    .action((paths: string[]) => {
      process.stdout.write(`${diagnose(paths, new Date())}\n`);
    });
  try {
    await program.parseAsync(argv);
    return status;
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code === 'commander.helpDisplayed' || code === 'commander.version') return exitStatus.reached;
    // Commander has already printed its own messages.
    if (!code.startsWith('commander.')) process.stderr.write(`maturity: ${errorMessage(error)}\n`);
    return exitStatus.couldNotRun;
  }
}
