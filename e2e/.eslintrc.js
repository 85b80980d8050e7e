// Playwright starts from the checkout, so its tests use the packages of the root.
module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    '@backstage/no-undeclared-imports': 'off',
    'no-restricted-properties': [
      'error',
      { property: 'waitForTimeout', message: 'Wait for what is to be seen: time alone is too short or too long.' },
    ],
  },
});
