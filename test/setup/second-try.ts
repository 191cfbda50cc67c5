// What a test against servers and other processes sees depends on the machine as well; see docs/decisions/0030-second-try.md.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
