// Keeps which topics a learner has read.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('maturity_reads', table => {
    table.comment('Topics that somebody has read; read and written by them alone');
    table.string('user_ref', 512).notNullable();
    table.string('roadmap', 128).notNullable();
    table.string('topic', 128).notNullable();
    table.string('read_at', 32).notNullable();
    table.primary(['user_ref', 'roadmap', 'topic']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('maturity_reads');
};
