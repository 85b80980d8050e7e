// Keeps what is known of components beside their verdicts: why pods do not run, and what patches concern.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('maturity_insights', table => {
    table.comment('What one environment says of a component beside its verdicts; absent where there is nothing to say');
    table.string('component_ref', 512).notNullable();
    table.string('environment').notNullable();
    table
      .text('insight', 'longtext')
      .notNullable()
      .comment('JSON: diagnoses, objects that patches concern, deliveries');
    table.primary(['component_ref', 'environment']);
    table.index(['environment']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('maturity_insights');
};
