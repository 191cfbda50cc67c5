/**
 * Loaded once for all runs of a worker, before the first of them begins: Baton's workflow library, which keeps nothing of
 * a run in its modules. Otherwise every run loads it for itself, and a worker with 500 runs in memory takes 2.8 GB instead
 * of 0.8.
 *
 * `createWorker` and `batonPlugin` add this module to the bundle. It adds no other one: what the workflow code does not
 * import is not there.
 *
 * @module
 */

// Webpack's: the id of a module, which is null where nothing else has put it into the bundle.
declare const require: { resolveWeak(module: string): string | number | null };
declare const __webpack_modules__: Readonly<Record<string | number, unknown>>;
declare function __webpack_require__(id: string | number): unknown;

const library = [
  require.resolveWeak('../shared'),
  require.resolveWeak('./index'),
  require.resolveWeak('./interceptors'),
  require.resolveWeak('./built-in/mailbox'),
  require.resolveWeak('./built-in/signals'),
  require.resolveWeak('./built-in/task'),
  require.resolveWeak('./feel'),
  require.resolveWeak('./decisions'),
];
for (const id of library) if (id !== null && id in __webpack_modules__) __webpack_require__(id);
