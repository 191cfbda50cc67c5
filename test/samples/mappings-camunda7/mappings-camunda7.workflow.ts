import {
  activitiesOf,
  asText,
  enter,
  evaluate,
  local,
  toNumber,
  withOwn,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import { mappingsCamunda7 as process } from './mappings-camunda7.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Mappings of Camunda 7. Generated from mappings-camunda7.bpmn: change the diagram, then run `baton compile`.
 */
export async function mappingsCamunda7(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, task, scope, script, pass, end } = enter(process, input);

  // Quote
  // prettier-ignore
  const quoteInput = local(vars, {
    net: evaluate('Task_Quote', vars, ({ price, quantity }) => price * quantity),
    vip: evaluate('Task_Quote', vars, (_vars, execution) => {
      return execution.hasVariable('vip')
    }),
  });
  const quoteInput2 = local(quoteInput, {
    tax: evaluate('Task_Quote', quoteInput, (vars) => vars.net * 0.19),
    channels: ['mail', quoteInput.channel],
    headers: {
      'X-Shop': 'main',
      customer: evaluate('Task_Quote', quoteInput, ({ customer }) => customer.name),
    },
    nothing: null,
  });
  Object.assign(
    quoteInput2,
    await task('Task_Quote', activities.quote, {
      net: quoteInput2.net,
      vip: quoteInput2.vip,
      tax: quoteInput2.tax,
      channels: quoteInput2.channels,
      headers: quoteInput2.headers,
      nothing: quoteInput2.nothing,
      template: 'short',
      to: evaluate('Task_Quote', quoteInput2, ({ customer }) => customer.name),
    }),
  );
  vars.gross = evaluate('Task_Quote', quoteInput2, ({ net, tax }) => toNumber(net) + toNumber(tax));
  vars.summary = evaluate('Task_Quote', quoteInput2, (vars) => vars.customer.name + ' pays ' + vars.gross);

  // Check
  const checkVariables = await withOwn(vars, { limit: '100' }, async ({ vars }) => {
    await scope('Sub_Check', async () => {
      // Raise the limit
      script(
        'Task_Raise',
        (vars) => {
          vars.limit = Number(vars.limit) * 2;
          vars.checked = true;
        },
        vars,
      );

      // Score
      vars.score = await task('Task_Score', activities.scoresOf, {
        name: evaluate('Task_Score', vars, ({ customer }) => customer.name),
        limit: vars.limit,
      });
      pass('End_Check');
    });
  });
  vars.verdict = evaluate('Sub_Check', checkVariables, ({ limit, quoteId }) => asText`${quoteId}: ${limit}`);

  // Note
  const noteInput = local(vars, { prefix: 'Re' });
  vars.note = script('Task_Note', (vars) => vars.prefix + ': ' + vars.summary, noteInput);
  return end('End');
}
