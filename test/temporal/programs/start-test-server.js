/** Starts the time-skipping server as the SDK does, prints its address, and stays until it is ended. */
const { TestWorkflowEnvironment } = require('@temporalio/testing');

const executable = { type: 'existing-path', path: process.env.BATON_TEST_SERVER };
TestWorkflowEnvironment.createTimeSkipping({ server: { executable } }).then(({ address }) => {
  console.log(address);
  setTimeout(() => undefined, 2 ** 31 - 1);
});
