// Remembers repositories across restarts, and what each keeper says of its work, for those who run the plugin.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('maturity_trees', table => {
    table.comment('Repositories as they were last read');
    table.string('id', 64).primary().comment('SHA-256 of the key');
    table.text('key').notNullable().comment('URL, with the folders in it that components use');
    table.string('etag', 512);
    table.string('read_at', 32).comment('When the host last said what is there');
    table.string('retry_at', 32).comment('Before it a repository that failed is not asked for again');
    table.text('record', 'longtext').notNullable().comment('JSON: the files that checks read, and the last failure');
  });
  await knex.schema.createTable('maturity_operations', table => {
    table.comment('What keepers say of their work');
    table.string('name').primary().comment('An environment, or the repositories');
    table.string('lease').notNullable();
    table.string('holder').notNullable();
    table.string('since', 32).notNullable().comment('When the holder began');
    table.string('at', 32).notNullable().comment('When this was said');
    table.text('state', 'longtext').notNullable().comment('JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of ['operations', 'trees']) await knex.schema.dropTable(`maturity_${table}`);
};
