/** Stands for the user's workflow code; the bundler puts it there. */
declare module 'batonflow-user-workflows' {
  const workflows: Readonly<Record<string, unknown>>;
  export = workflows;
}
