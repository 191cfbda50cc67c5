/** Finds or builds the CLI, reports progress on standard error, and prints the result as JSON. */
const { locateCli } = require('batonflow/temporal');

locateCli({ onProgress: (message) => process.stderr.write(`${message}\n`) }).then(
  (found) => {
    console.log(JSON.stringify(found));
  },
  (error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
