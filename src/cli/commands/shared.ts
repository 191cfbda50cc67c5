/** For commands that work on a project but whose arguments are something else. */
export const PROJECT_OPTION = [
  '--project <folder>',
  'folder of the project; default: the one around the current folder',
] as const;

/** For commands that talk to a server without starting one. */
export const SERVER_HELP = `
The server: TEMPORAL_ADDRESS (and the other TEMPORAL_… variables, or temporal.toml) if set, else the one that
\`baton dev\` runs for the project, else 127.0.0.1:7233.`;
