import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * Rooms of the house and whom each may import (docs/architecture.md). Imports go one way:
 * shared, settings ← bpmn, temporal, workflows, activities ← workers, client ← testing, server ← cli
 */
const mayImport = {
  shared: [],
  settings: [],
  bpmn: ['shared'],
  temporal: ['shared'],
  workflows: ['shared'],
  activities: ['shared', 'settings'],
  workers: ['shared', 'temporal', 'activities'],
  client: ['shared', 'temporal', 'settings'],
  testing: ['shared', 'temporal', 'activities', 'workers', 'client', 'bpmn'],
  cli: ['shared', 'temporal', 'activities', 'workers', 'client', 'bpmn', 'testing', 'server'],
};
const rooms = Object.keys(mayImport);
const zones = rooms.map((room) => ({
  target: `./src/${room}`,
  from: rooms
    .filter((other) => other !== room && !mayImport[room].includes(other))
    .map((other) => `./src/${other}`),
  message: `src/${room} may import only ${['itself', ...mayImport[room]].join(', ')} (docs/architecture.md).`,
}));

const nodeBuiltins = {
  group: ['node:*'],
  message: 'Workflow code and the compiler never reach Node built-ins.',
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      '.cache/',
      '.baton/',
      'coverage/',
      'docs/api/',
      'templates/',
      '**/*.workflow.ts',
      '**/*.process.ts',
      '**/activities/openapi/',
      'test/samples/',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        performance: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.ts'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js'] })] },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/prefer-function-type': 'off',
    },
  },
  {
    files: ['src/{shared,workflows,bpmn}/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [nodeBuiltins] }] },
  },
  {
    // All runs of a worker share the library (docs/decisions/0031), and compiles must not know of each other.
    files: ['src/{shared,workflows,bpmn}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration[kind="let"]',
          message: 'A module keeps no state: put it where a run, or a compile, has its own.',
        },
        {
          selector:
            ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator > NewExpression[callee.name="Map"][arguments.length=0]',
          message: 'A module keeps no state: put it where a run, or a compile, has its own.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }] },
  },
  {
    // Libraries that may be absent, loaded at their first use; import() does not work in the tests of users.
    files: ['src/activities/connectors/*/library.ts'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['test/**/*.ts', 'examples/**/test/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
