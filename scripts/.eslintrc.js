// Scripts run in the checkout: they may use its folders and the packages of the root.
module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: { '@backstage/no-undeclared-imports': 'off', 'no-restricted-syntax': 'off' },
});
