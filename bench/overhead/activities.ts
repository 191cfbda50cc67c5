import { defineActivity } from 'batonflow/activity';
import * as contracts from './contracts';

const add = async ({ n }: { n: number }) => ({ n: n + 1 });

/** The same function twice: as Baton's activity and as a plain one. */
export const step = defineActivity(contracts.step, add);
export const rawStep = add;
