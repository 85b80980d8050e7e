// Keeps verdicts by environment, so that each environment can be judged by another replica; adds leases and roll-ups.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('maturity_parts', table => {
    table.comment('What one environment, or the repository, says of a component; reports are made of these');
    table.string('component_ref', 512).notNullable();
    table.string('environment').notNullable();
    table.boolean('provisional').notNullable().comment('Judged before everything was read');
    table.string('observed_at').notNullable();
    table.string('hash', 64).notNullable().comment('Of records and workloads, and of the standard they were judged by');
    table.text('records', 'longtext').notNullable().comment('JSON: verdicts');
    table.text('workloads', 'longtext').notNullable().comment('JSON: workloads as checks of repositories need them');
    table.string('due_at').comment('Set when someone asks for it to be judged anew');
    table.primary(['component_ref', 'environment']);
    table.index(['environment', 'due_at']);
  });
  await knex.schema.createTable('maturity_leases', table => {
    table.comment('Which replica collects what');
    table.string('name').primary();
    table.string('holder').notNullable();
    table.integer('term').notNullable().comment('Grows with each change of holder');
    table.bigInteger('until').notNullable().comment('Milliseconds since 1970, by the clock of the database');
  });
  await knex.schema.createTable('maturity_rollups', table => {
    table.comment('Counts at the end of each day, by owner, system, environment, and of all');
    table.string('day', 10).notNullable();
    table.string('scope', 16).notNullable().comment('all, owner, system or environment');
    table.string('key', 512).notNullable();
    table.string('topic').notNullable().comment('A topic, or empty for levels');
    table.string('value').notNullable().comment('Level, or verdict of the topic');
    table.integer('components').notNullable();
    table.float('score').comment('Sum over components, for levels');
    table.primary(['day', 'scope', 'key', 'topic', 'value']);
  });
  await knex.schema.alterTable('maturity_transitions', table => {
    table.text('cause').comment('JSON: who changed which object, and by which release');
    table.index(['at']);
  });
  await knex.schema.alterTable('maturity_sources', table => {
    table.string('listed_at').comment('When the environment was last known to exist');
  });
  // Earlier reports carried their verdicts: they are judged anew, and their transitions stay.
  await knex('maturity_reports').update({ hash: '' });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('maturity_sources', table => table.dropColumn('listed_at'));
  await knex.schema.alterTable('maturity_transitions', table => {
    table.dropIndex(['at']);
    table.dropColumn('cause');
  });
  for (const table of ['rollups', 'leases', 'parts']) await knex.schema.dropTable(`maturity_${table}`);
};
