// Keeps how the score of each component went: what is not written down on its day can't be told later.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('maturity_scores', table => {
    table.comment('Scores at the end of days, of days on which a component had another score than before');
    table.integer('component_id').notNullable();
    table.string('day', 10).notNullable();
    table.integer('score').comment('Thousandths; null where nothing could be judged');
    table.primary(['component_id', 'day']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('maturity_scores');
};
