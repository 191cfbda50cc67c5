/** Starts a dev server, prints its address, and has nothing more to do. */
const { startDevServer } = require('batonflow/temporal');

void startDevServer({ port: 0, uiPort: 0 }).then(({ address }) => {
  console.log(address);
});
