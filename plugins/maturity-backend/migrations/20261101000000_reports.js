// Creates the tables of reports, of what lists and counts need of them, of transitions and of sources.

/**
 * Instants are ISO 8601 text in UTC: they sort as they are, in every database.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('maturity_reports', table => {
    table.comment('The current report of each component');
    table.string('component_ref', 512).primary();
    table.string('title').notNullable();
    table.string('search', 1024).notNullable().comment('Lower-case name and title');
    table.string('owner', 512).index();
    table.string('system', 512).index();
    table.string('level').notNullable().index();
    table.integer('level_rank').notNullable().comment('Position of the level, 0 for the first');
    table.float('score').comment('0 to 1; null if nothing could be judged');
    table.float('coverage').comment('0 to 1; null if nothing applies');
    table.integer('blockers').notNullable();
    table.integer('workloads').notNullable();
    table.string('observed_at').notNullable();
    table.string('changed_at').notNullable();
    table.string('hash', 64).notNullable().comment('Of all but the instants');
    table.text('report', 'longtext').notNullable().comment('JSON');
  });
  await knex.schema.createTable('maturity_topics', table => {
    table.comment('Verdict of each topic, overall (environment empty) and in each environment');
    table.string('component_ref', 512).notNullable();
    table.string('environment').notNullable();
    table.string('topic').notNullable();
    table.string('verdict', 16).notNullable();
    table.primary(['component_ref', 'environment', 'topic']);
    table.index(['topic', 'environment', 'verdict']);
  });
  await knex.schema.createTable('maturity_checks', table => {
    table.comment('Worst verdict of each check');
    table.string('component_ref', 512).notNullable();
    table.string('check_id').notNullable();
    table.string('verdict', 16).notNullable();
    table.primary(['component_ref', 'check_id']);
    table.index(['check_id', 'verdict']);
  });
  await knex.schema.createTable('maturity_unknowns', table => {
    table.comment('Why something could not be judged');
    table.string('component_ref', 512).notNullable();
    table.string('environment').notNullable();
    table.string('code', 32).notNullable();
    table.string('reason', 1024).notNullable();
    table.index(['component_ref']);
    table.index(['code', 'environment']);
  });
  await knex.schema.createTable('maturity_transitions', table => {
    table.comment('Each change of a verdict, or of the level where check_id is null');
    table.string('id', 36).primary();
    table.string('component_ref', 512).notNullable();
    table.string('at').notNullable();
    table.string('check_id');
    table.string('topic');
    table.string('environment');
    table.text('workload').comment('JSON');
    table.string('from');
    table.string('to').notNullable();
    table.text('reason').notNullable();
    table.text('evidence_before', 'longtext').comment('JSON');
    table.text('evidence_after', 'longtext').comment('JSON');
    table.index(['component_ref', 'at']);
    table.index(['check_id', 'at']);
  });
  await knex.schema.createTable('maturity_sources', table => {
    table.comment('State of each environment as it was read last');
    table.string('environment').primary();
    table.text('status', 'longtext').notNullable().comment('JSON');
    table.text('unmapped', 'longtext').notNullable().comment('JSON: workloads that belong to no component');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of ['sources', 'transitions', 'unknowns', 'checks', 'topics', 'reports']) {
    await knex.schema.dropTable(`maturity_${table}`);
  }
};
