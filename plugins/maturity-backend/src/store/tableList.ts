// The tables that are written in bulk.
import type { Table } from './tables';

export const reportTable: Table = {
  name: 'maturity_reports',
  key: ['component_ref'],
  columns: {
    component_ref: 'text',
    title: 'text',
    search: 'text',
    owner: 'text',
    system: 'text',
    level: 'text',
    level_rank: 'integer',
    score: 'real',
    coverage: 'real',
    blockers: 'integer',
    workloads: 'integer',
    observed_at: 'text',
    changed_at: 'text',
    hash: 'text',
    layout: 'text',
    topics: 'text',
    checks: 'text',
    report: 'text',
  },
};

export const partTable: Table = {
  name: 'maturity_parts',
  key: ['component_ref', 'environment'],
  columns: {
    component_ref: 'text',
    environment: 'text',
    provisional: 'boolean',
    observed_at: 'text',
    hash: 'text',
    layout: 'text',
    topics: 'text',
    recent: 'text',
    workloads: 'text',
    records: 'text',
  },
};

export const unknownTable: Table = {
  name: 'maturity_unknowns',
  key: [],
  columns: { component_ref: 'text', environment: 'text', code: 'text', reason: 'text' },
};

export const transitionTable: Table = {
  name: 'maturity_transitions',
  key: [],
  columns: {
    component_id: 'integer',
    at: 'bigint',
    check_id: 'integer',
    topic_id: 'integer',
    environment_id: 'integer',
    workload_id: 'integer',
    from_id: 'integer',
    to_id: 'integer',
    reason: 'text',
    evidence: 'text',
    cause: 'text',
  },
};

export const rollupTable: Table = {
  name: 'maturity_rollups',
  key: ['day', 'scope', 'key'],
  columns: { day: 'text', scope: 'text', key: 'text', layout: 'text', levels: 'text', topics: 'text' },
};
