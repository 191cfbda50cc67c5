/**
 * The workflows that Baton itself needs, to be exported beside those of the user: `createWorker` and `bundleWorkflows`
 * put this module between Temporal's loader and the user's workflow code.
 *
 * @module
 */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- its names are not known, and all are passed on
import users = require('batonflow-user-workflows');
import { batonMailbox } from './mailbox';
import { batonSignals } from './signals';
import { batonTask } from './task';

export = { ...users, batonMailbox, batonSignals, batonTask };
