// The command is bundled: all that it imports is a dependency of development.
module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: { '@backstage/no-undeclared-imports': 'off' },
});
