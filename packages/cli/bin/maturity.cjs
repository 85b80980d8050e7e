#!/usr/bin/env node
// Starts the bundled command.
require('../dist/maturity.cjs');
