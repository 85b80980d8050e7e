// Keeps what learners say of their own progress.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('maturity_progress', table => {
    table.string('user_ref', 512).notNullable();
    table.string('roadmap', 128).notNullable();
    table.string('topic', 128).notNullable();
    table.string('state', 16).notNullable();
    table.string('changed_at', 32).notNullable();
    table.primary(['user_ref', 'roadmap', 'topic']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('maturity_progress');
};
