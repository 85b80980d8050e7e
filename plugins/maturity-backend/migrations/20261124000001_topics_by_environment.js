// Lets the organisation's counts read only the topics of components as a whole, not those of each environment too.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('maturity_topics', table => {
    table.index(['environment', 'topic', 'verdict', 'component_ref'], 'maturity_topics_by_environment');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('maturity_topics', table => {
    table.dropIndex([], 'maturity_topics_by_environment');
  });
};
