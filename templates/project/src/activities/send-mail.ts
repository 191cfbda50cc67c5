import { defineActivity } from 'batonflow/activity';
import * as contracts from './contracts';

/** Stands in for a mail server. */
export const sendMail = defineActivity(contracts.sendMail, ({ to, subject }) => {
  console.log(`Mail to ${to}: ${subject}`);
});
