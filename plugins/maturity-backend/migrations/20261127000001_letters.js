// Keeps a component's topics and checks as letters of its row, so that a change writes one row and counting reads one for
// each component.
const { createHash } = require('node:crypto');

const letters = { fail: 'f', unknown: 'u', warn: 'w', pass: 'p', notApplicable: 'n' };
const batch = 500;

/** @param {import('knex').Knex} knex */
async function makeReports(knex) {
  await knex.schema.alterTable('maturity_reports', table => {
    for (const column of ['owner', 'system', 'level']) table.dropIndex([column]);
  });
  await knex.schema.renameTable('maturity_reports', 'maturity_old_reports');
  // What is counted stands before the long text, so that counting does not read it.
  await knex.schema.createTable('maturity_reports', table => {
    table.comment('Where each component stands');
    table.string('component_ref', 512).notNullable();
    table.string('title').notNullable();
    table.string('search', 1024).notNullable().comment('Lower-case name and title');
    table.string('owner', 512).index('maturity_reports_owner');
    table.string('system', 512).index('maturity_reports_system');
    table.string('level').notNullable().index('maturity_reports_level');
    table.integer('level_rank').notNullable().comment('Position of the level, 0 for the first');
    table.float('score').comment('0 to 1; null if nothing could be judged');
    table.float('coverage').comment('0 to 1; null if nothing applies');
    table.integer('blockers').notNullable();
    table.integer('workloads').notNullable();
    table.string('observed_at').notNullable();
    table.string('changed_at').notNullable();
    table.string('hash', 64).notNullable().comment('Of the standard and of what the catalog says');
    table.string('layout', 16).notNullable().comment('Which topics and checks the letters are of');
    table.text('topics').notNullable().comment('A letter for each topic');
    table.text('checks').notNullable().comment('A letter for the worst verdict of each check');
    table.text('report', 'longtext').notNullable().comment('JSON: level, blockers, workloads');
    table.primary(['component_ref'], 'maturity_reports_key');
  });
}

/** @param {import('knex').Knex} knex */
async function makeParts(knex) {
  await knex.schema.alterTable('maturity_parts', table => table.dropIndex(['environment', 'due_at']));
  await knex.schema.renameTable('maturity_parts', 'maturity_old_parts');
  await knex.schema.createTable('maturity_parts', table => {
    table.comment('What one environment, or the repository, says of a component; reports are made of these');
    table.string('component_ref', 512).notNullable();
    table.string('environment').notNullable();
    table.boolean('provisional').notNullable().comment('Judged before everything was read');
    table.string('observed_at').notNullable();
    table.string('hash', 64).notNullable().comment('Of records, workloads and standard; empty if recent is set');
    table.string('layout', 16).notNullable();
    table.text('topics').notNullable().comment('A letter for each topic');
    table.string('due_at').comment('Set when someone asks for it to be judged anew');
    table.text('recent').comment('JSON: verdicts that are newer than those in records');
    table.text('workloads', 'longtext').notNullable().comment('JSON: workloads as checks of repositories need them');
    table.text('records', 'longtext').notNullable().comment('JSON: verdicts');
    table.primary(['component_ref', 'environment'], 'maturity_parts_key');
    table.index(['environment', 'due_at'], 'maturity_parts_due');
  });
}

/** @param {import('knex').Knex} knex */
async function copyStandings(knex) {
  const topics = (await knex('maturity_topics').distinct('topic').orderBy('topic')).map(row => row.topic);
  const checks = (await knex('maturity_checks').distinct('check_id').orderBy('check_id')).map(row => row.check_id);
  const text = JSON.stringify([topics, checks]);
  const layout = createHash('sha256').update(text).digest('hex').slice(0, 16);
  await knex('maturity_layouts').insert({
    id: layout,
    topics: JSON.stringify(topics),
    checks: JSON.stringify(checks),
  });
  const write = (ids, verdicts) => ids.map(id => letters[verdicts?.get(id)] ?? '-').join('');
  const gather = (rows, keyOf, idOf) => {
    const found = new Map();
    for (const row of rows) {
      const key = keyOf(row);
      if (!found.has(key)) found.set(key, new Map());
      found.get(key).set(idOf(row), row.verdict);
    }
    return found;
  };
  const placeOf = row => `${row.component_ref}\n${row.environment}`;
  for (let last = ''; ;) {
    const rows = await knex('maturity_old_reports')
      .where('component_ref', '>', last)
      .orderBy('component_ref')
      .limit(batch);
    if (rows.length === 0) return;
    const refs = rows.map(row => row.component_ref);
    last = refs[refs.length - 1];
    const ofTopics = gather(await knex('maturity_topics').whereIn('component_ref', refs), placeOf, row => row.topic);
    const ofChecks = gather(
      await knex('maturity_checks').whereIn('component_ref', refs),
      row => row.component_ref,
      row => row.check_id,
    );
    for (const row of rows) {
      const own = ofTopics.get(placeOf({ ...row, environment: '' }));
      const standing = {
        layout,
        topics: write(topics, own),
        checks: write(checks, ofChecks.get(row.component_ref)),
        // Whatever is stored is judged anew, so that it comes into the order of the present checks.
        hash: '',
      };
      await knex('maturity_reports').insert({ ...row, ...standing });
    }
    for (const row of await knex('maturity_old_parts').whereIn('component_ref', refs))
      await knex('maturity_parts').insert({
        ...row,
        layout,
        topics: write(topics, ofTopics.get(placeOf(row))),
        hash: '',
      });
  }
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('maturity_layouts', table => {
    table.comment('Which topics and checks letters stand for, in their order');
    table.string('id', 16).primary();
    table.text('topics').notNullable().comment('JSON');
    table.text('checks').notNullable().comment('JSON');
  });
  await makeReports(knex);
  await makeParts(knex);
  await copyStandings(knex);
  for (const table of ['old_reports', 'old_parts', 'topics', 'checks'])
    await knex.schema.dropTable(`maturity_${table}`);
};

/**
 * What was judged is judged anew after going back.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of ['reports', 'parts', 'layouts']) await knex.schema.dropTable(`maturity_${table}`);
  await knex.schema.createTable('maturity_reports', table => {
    table.string('component_ref', 512).primary();
    table.string('title').notNullable();
    table.string('search', 1024).notNullable();
    table.string('owner', 512).index();
    table.string('system', 512).index();
    table.string('level').notNullable().index();
    table.integer('level_rank').notNullable();
    table.float('score');
    table.float('coverage');
    table.integer('blockers').notNullable();
    table.integer('workloads').notNullable();
    table.string('observed_at').notNullable();
    table.string('changed_at').notNullable();
    table.string('hash', 64).notNullable();
    table.text('report', 'longtext').notNullable();
  });
  await knex.schema.createTable('maturity_topics', table => {
    table.string('component_ref', 512).notNullable();
    table.string('environment').notNullable();
    table.string('topic').notNullable();
    table.string('verdict', 16).notNullable();
    table.primary(['component_ref', 'environment', 'topic']);
    table.index(['topic', 'environment', 'verdict']);
    table.index(['environment', 'topic', 'verdict', 'component_ref'], 'maturity_topics_by_environment');
  });
  await knex.schema.createTable('maturity_checks', table => {
    table.string('component_ref', 512).notNullable();
    table.string('check_id').notNullable();
    table.string('verdict', 16).notNullable();
    table.primary(['component_ref', 'check_id']);
    table.index(['check_id', 'verdict']);
  });
  await knex.schema.createTable('maturity_parts', table => {
    table.string('component_ref', 512).notNullable();
    table.string('environment').notNullable();
    table.boolean('provisional').notNullable();
    table.string('observed_at').notNullable();
    table.string('hash', 64).notNullable();
    table.text('records', 'longtext').notNullable();
    table.text('workloads', 'longtext').notNullable();
    table.string('due_at');
    table.primary(['component_ref', 'environment']);
    table.index(['environment', 'due_at']);
  });
};
