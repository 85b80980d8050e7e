// Keeps history with numbers in place of names, and one row for each day and owner: a year of it stays small.
const { createHash } = require('node:crypto');

const letters = { fail: 'f', unknown: 'u', warn: 'w', pass: 'p', notApplicable: 'n' };
const batch = 500;

/** The evidence as short rows; it names the object where that is not the workload. */
const shorten = text =>
  (text ? JSON.parse(text) : []).map(({ path, observed, expected, object, inheritedFrom }) => {
    const row = [path, observed, expected ?? 0, object ?? 0, inheritedFrom ?? 0];
    while (row.length > 2 && row[row.length - 1] === 0) row.pop();
    return row;
  });

/** @param {import('knex').Knex} knex */
async function copyTransitions(knex) {
  const numbers = new Map();
  const numberOf = async name => {
    if (name === null || name === undefined) return null;
    if (!numbers.has(name)) {
      await knex('maturity_names').insert({ name });
      numbers.set(name, Number((await knex('maturity_names').where({ name }).first('id')).id));
    }
    return numbers.get(name);
  };
  for (let after = ['', '']; ;) {
    const rows = await knex('maturity_old_transitions')
      .where(query =>
        query.where('at', '>', after[0]).orWhere(same => same.where('at', after[0]).andWhere('id', '>', after[1])),
      )
      .orderBy(['at', 'id'])
      .limit(batch);
    if (rows.length === 0) return;
    after = [rows[rows.length - 1].at, rows[rows.length - 1].id];
    for (const row of rows) {
      const cause = row.cause ? JSON.parse(row.cause) : undefined;
      if (cause && JSON.stringify(cause.object) === row.workload) delete cause.object;
      const hasEvidence = row.evidence_before !== null || row.evidence_after !== null;
      await knex('maturity_transitions').insert({
        component_id: await numberOf(row.component_ref),
        at: Date.parse(row.at),
        check_id: await numberOf(row.check_id),
        topic_id: await numberOf(row.topic),
        environment_id: await numberOf(row.environment),
        workload_id: await numberOf(row.workload),
        from_id: await numberOf(row.from),
        to_id: await numberOf(row.to),
        reason: row.reason,
        evidence: hasEvidence ? JSON.stringify([shorten(row.evidence_before), shorten(row.evidence_after)]) : null,
        cause: cause ? JSON.stringify(cause) : null,
      });
    }
  }
}

/** @param {import('knex').Knex} knex */
async function copyRollups(knex) {
  const topics = (await knex('maturity_old_rollups').distinct('topic').orderBy('topic'))
    .map(row => row.topic)
    .filter(topic => topic !== '');
  const layout = createHash('sha256')
    .update(JSON.stringify([topics, []]))
    .digest('hex')
    .slice(0, 16);
  await knex('maturity_layouts')
    .insert({ id: layout, topics: JSON.stringify(topics), checks: '[]' })
    .onConflict('id')
    .ignore();
  for (const { day } of await knex('maturity_old_rollups').distinct('day')) {
    const found = new Map();
    for (const row of await knex('maturity_old_rollups').where({ day })) {
      const key = `${row.scope}\n${row.key}`;
      if (!found.has(key)) found.set(key, { scope: row.scope, key: row.key, levels: {}, topics: new Map() });
      const of = found.get(key);
      if (row.topic === '') of.levels[row.value] = [row.components, row.score ?? 0];
      else of.topics.set(row.topic, `${of.topics.get(row.topic) ?? ''}${letters[row.value]}${row.components}`);
    }
    for (const { scope, key, levels, topics: of } of found.values())
      await knex('maturity_rollups').insert({
        ...{ day, scope, key, layout },
        levels: JSON.stringify(levels),
        topics: topics.map(topic => of.get(topic) ?? '').join(','),
      });
  }
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('maturity_names', table => {
    table.comment('Names that history repeats, each with a number');
    table.increments('id');
    table.string('name', 2000).notNullable();
    table.unique(['name'], { indexName: 'maturity_names_name' });
  });
  await knex.schema.alterTable('maturity_transitions', table => {
    for (const columns of [['component_ref', 'at'], ['check_id', 'at'], ['at']]) table.dropIndex(columns);
  });
  await knex.schema.renameTable('maturity_transitions', 'maturity_old_transitions');
  if (knex.client.config.client === 'pg')
    await knex.raw(
      'alter table maturity_old_transitions rename constraint maturity_transitions_pkey to maturity_old_key',
    );
  await knex.schema.createTable('maturity_transitions', table => {
    table.comment('Each change of a verdict (check), of an environment (no check) or of the level (no environment)');
    table.bigIncrements('id');
    table.integer('component_id').notNullable();
    table.bigInteger('at').notNullable().comment('Milliseconds since 1970');
    for (const column of ['check_id', 'topic_id', 'environment_id', 'workload_id', 'from_id']) table.integer(column);
    table.integer('to_id').notNullable();
    table.text('reason').notNullable();
    table.text('evidence').comment('JSON: before and after');
    table.text('cause').comment('JSON: who changed which object, and by which release');
    table.index(['component_id', 'at'], 'maturity_transitions_of');
    table.index(['at'], 'maturity_transitions_at');
  });
  await knex.raw(
    'create index maturity_transitions_levels on maturity_transitions (at) where environment_id is null and from_id is not null',
  );
  await copyTransitions(knex);
  await knex.schema.dropTable('maturity_old_transitions');

  await knex.schema.renameTable('maturity_rollups', 'maturity_old_rollups');
  await knex.schema.createTable('maturity_rollups', table => {
    table.comment('Counts at the end of each day: of all, by owner, system and environment');
    table.string('day', 10).notNullable();
    table.string('scope', 16).notNullable().comment('all, owner, system or environment');
    table.string('key', 512).notNullable();
    table.string('layout', 16).notNullable();
    table.text('levels').notNullable().comment('JSON: components and sum of scores of each level');
    table.text('topics').notNullable().comment('Components by verdict, for each topic of the layout');
    table.primary(['day', 'scope', 'key'], 'maturity_rollups_key');
    table.index(['scope', 'key', 'day'], 'maturity_rollups_of');
  });
  await copyRollups(knex);
  await knex.schema.dropTable('maturity_old_rollups');
};

/**
 * History and counts of days past do not go back with the tables.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of ['transitions', 'rollups', 'names']) await knex.schema.dropTable(`maturity_${table}`);
  await knex.schema.createTable('maturity_transitions', table => {
    table.string('id', 36).primary();
    table.string('component_ref', 512).notNullable();
    table.string('at').notNullable();
    table.string('check_id');
    table.string('topic');
    table.string('environment');
    table.text('workload');
    table.string('from');
    table.string('to').notNullable();
    table.text('reason').notNullable();
    table.text('evidence_before', 'longtext');
    table.text('evidence_after', 'longtext');
    table.text('cause');
    table.index(['component_ref', 'at']);
    table.index(['check_id', 'at']);
    table.index(['at']);
  });
  await knex.schema.createTable('maturity_rollups', table => {
    table.string('day', 10).notNullable();
    table.string('scope', 16).notNullable();
    table.string('key', 512).notNullable();
    table.string('topic').notNullable();
    table.string('value').notNullable();
    table.integer('components').notNullable();
    table.float('score');
    table.primary(['day', 'scope', 'key', 'topic', 'value']);
  });
};
