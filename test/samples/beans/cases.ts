import type { Case } from '../case';

const customer = { id: 'c-1', country: 'DE' };
const given = { order: { id: 7 }, customer, limit: 50 };
const answers = {
  orderServiceTotal: 119,
  taxOf: 19,
  crmEnrich: { segment: 'b2b' },
  crmIsVip: false,
  risksScore: 3,
};
const steps = ['Task_Total', 'Task_Log', 'Task_Enrich', 'Task_Flag', 'Task_Net', 'Task_Net.of'];

export const cases: readonly Case[] = [
  {
    name: 'conditions are asked in order, and no more than needed',
    given,
    answers,
    path: [...steps, 'Flow_Vip.isVip', 'Flow_Risky.score', 'End'],
    inputs: {
      orderServiceTotal: [{ order: { id: 7 }, country: 'DE', argument3: 0.1 }],
      logWrite: [{ argument1: 'total', total: 119 }],
      crmEnrich: [{ ...given, total: 119, id: 'c-1' }],
      taxOf: [{ total: 119 }],
      crmIsVip: [{ id: 'c-1' }],
      risksScore: [{ customer }],
    },
    variables: { total: 119, segment: 'b2b', checked: true, net: 100, argument1: undefined },
  },
  {
    name: 'the second operand is not asked',
    given: { ...given, limit: 500 },
    answers: { ...answers, risksScore: 9 },
    path: [...steps, 'Flow_Vip.isVip', 'End'],
  },
  {
    name: 'a bean in a mapping',
    given,
    answers: { ...answers, crmIsVip: true, presentsForCustomer: 'flowers' },
    path: [...steps, 'Flow_Vip.isVip', 'Task_Vip.forCustomer', 'Task_Vip', 'End_Vip'],
    inputs: { thank: [{ present: 'flowers' }] },
  },
  {
    name: 'an answer that is no condition',
    given,
    answers: { ...answers, crmIsVip: 'perhaps' },
    fails: { type: 'ExpressionFailed', message: 'it gave "perhaps", neither true nor false' },
  },
  {
    name: 'a bean that fails',
    given,
    answers: { ...answers, taxOf: { throws: 'NO_TAX' } },
    fails: { type: 'BpmnError', message: 'NO_TAX' },
  },
];
