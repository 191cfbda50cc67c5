import type { Files } from '../../shared/services/repository';

/** The project that is delivered: small, but it builds and has tests. */
export const project: Files = {
  'package.json': JSON.stringify({ name: 'greeter', type: 'module', dependencies: {} }, null, 2),
  'src/greet.mjs': 'export const greet = (name) => `Hello, ${name}!`;\n',
  'test/greet.test.mjs': `import assert from 'node:assert';
import { test } from 'node:test';
import { greet } from '../src/greet.mjs';

test('greets', () => assert.equal(greet(process.env.TARGET), \`Hello, \${process.env.TARGET}!\`));
`,
};

/** Changes to it, good ones and others. */
export const changes = {
  polite: { 'src/greet.mjs': 'export const greet = (name) => `Hello, ${name}!`; // as it should be\n' },
  broken: { 'src/greet.mjs': 'export const greet = (name) => `Hello, ${name}!\n' },
  onlyOnLinux: {
    'src/greet.mjs':
      "export const greet = (name) => (name.startsWith('linux') ? `Hello, ${name}!` : 'Hello?');\n",
  },
  vulnerable: {
    'package.json': JSON.stringify(
      { name: 'greeter', type: 'module', dependencies: { 'left-pad': '1.0.0' } },
      null,
      2,
    ),
  },
} satisfies Readonly<Record<string, Files>>;
