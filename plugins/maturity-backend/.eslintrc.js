// What tests share may import what tests import.
module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [{ files: ['src/testing/**'], rules: { '@backstage/no-undeclared-imports': 'off' } }],
});
