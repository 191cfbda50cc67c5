/** Starts a dev server with the options given as JSON, prints it as JSON, and stays until it is ended. */
const { startDevServer } = require('batonflow/temporal');

startDevServer(JSON.parse(process.argv[2])).then(
  (server) => {
    console.log(JSON.stringify(server));
    setTimeout(() => undefined, 2 ** 31 - 1);
  },
  (error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
