// Tests of the demo organisation.
import { judgedTest } from './judgedTest';

/** A test that begins when every component of the demo has its report. */
export const test = judgedTest({ summary: /^1[0-9] services, .*observed/, within: 240_000 });

export { expect } from '@playwright/test';
