/** The BPMN and FEEL libraries are ESM only; these packages go through the CommonJS transform (see jest-preset.js). */
const preset = require('./jest-preset.js');

const base = {
  ...preset,
  rootDir: __dirname,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/templates/'],
};

module.exports = {
  reporters: ['default', '<rootDir>/scripts/jest-summary.cjs'],
  testSequencer: '<rootDir>/scripts/jest-sequencer.cjs',
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.integration\\.test\\.ts$'],
    },
    {
      ...base,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/**/*.integration.test.ts', '<rootDir>/examples/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/setup/second-try.ts'],
      globalSetup: '<rootDir>/test/setup/start-servers.ts',
      globalTeardown: '<rootDir>/test/setup/stop-servers.ts',
    },
  ],
  // For machines that are busy with other things; alone, most tests take a second.
  testTimeout: 300_000,
  maxWorkers: 2,
  // Tests that wait for timeouts of ten seconds do so together.
  maxConcurrency: 12,
};
