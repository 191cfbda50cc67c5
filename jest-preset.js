/**
 * Jest preset for projects that use batonflow: `preset: 'batonflow'`.
 *
 * TypeScript goes through swc, and so do the packages below, which exist as ES modules only while jest loads CommonJS.
 */
const esmOnly = [
  'bpmn-moddle',
  'dmn-moddle',
  'moddle',
  'moddle-xml',
  'min-dash',
  'saxen',
  'feelin',
  '@bpmn-io',
  'lezer-feel',
  '@lezer',
  'temporal-polyfill',
  'temporal-utils',
  '@marijn',
];

/**
 * As workers do: workflow code follows the time zone of the process. Here, because jest gives tests a copy of
 * `process.env`, through which they cannot set it.
 */
process.env.TZ = 'UTC';

module.exports = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.[cm]?[jt]s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
};
