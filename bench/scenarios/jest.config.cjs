const preset = require('../../jest-preset.js');

module.exports = {
  ...preset,
  rootDir: __dirname,
  testMatch: ['<rootDir>/*.by-hand.test.ts'],
  testTimeout: 60_000,
};
