/** Finds the server to use and prints its address. */
const { resolveServer } = require('batonflow/temporal');

resolveServer().then(
  ({ address }) => {
    console.log(address);
  },
  (error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
