import { enter, error, restConnector, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel } from 'batonflow/feel';
import { restConnectorProcess as process } from './rest-connector.process';

/**
 * Camunda 8's REST connector. Generated from rest-connector.bpmn: change the diagram, then run
 * `baton compile`.
 *
 * Looks for a rate, posts an offer, and asks whose it is, by the connectors of Camunda 8 as their element
 * templates fill them in.
 */
export async function restConnectorProcess(
  input: InputOf<typeof process>,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, guard, end } = enter(process, input);

  // Look up rate
  const lookUpRateOutcome = await guard(
    async () => {
      assign(
        await task(
          'Task_Rate',
          restConnector,
          {
            authentication: {
              type: 'apiKey',
              apiKeyLocation: 'headers',
              name: 'X-Api-Key',
              value: '{{secrets.RATES_KEY}}',
            },
            method: 'GET',
            url: feel('Task_Rate', 'ratesUrl + "/rates/" + currency', vars),
            queryParameters: feel('Task_Rate', '{from: "EUR", note: note}', vars),
            connectionTimeoutInSeconds: '20',
            readTimeoutInSeconds: '20',
            secrets: ['RATES_KEY'],
            resultExpression: '{rate: response.body.rate}',
            errorExpression:
              'if error.code = "404" then bpmnError("NO_RATE", "no rate for it", {reason: response.body.reason}) else null',
          },
          { retry: { maximumAttempts: 2, initialInterval: '1 second', backoffCoefficient: 1 } },
        ),
      );
    },
    { Event_NoRate: error('NO_RATE') },
  );
  if (lookUpRateOutcome === 'Event_NoRate') return end('End_NoRate'); // No rate

  // Post offer
  assign(
    await task('Task_Offer', restConnector, {
      authentication: { type: 'basic', username: 'offers', password: '{{secrets.OFFERS_PASSWORD}}' },
      method: 'POST',
      url: feel('Task_Offer', 'ratesUrl + "/offers"', vars),
      body: feel('Task_Offer', '{rate: rate, amount: amount, rebate: null}', vars),
      ignoreNullValues: true,
      storeResponse: false,
      secrets: ['OFFERS_PASSWORD'],
      resultVariable: 'offer',
    }),
  );

  // Look up owner
  assign(
    await task(
      'Task_Owner',
      restConnector,
      {
        authentication: { type: 'noAuth' },
        graphql: {
          method: 'post',
          url: feel('Task_Owner', 'ratesUrl + "/graphql"', vars),
          query: 'query ($id: ID) { owner(id: $id) }',
          variables: feel('Task_Owner', '{id: offer.body.id}', vars),
        },
        documentReturnFormat: { choice: 'JSON' },
        resultExpression: '{owner: response.body.data.owner}',
      },
      {
        startToCloseTimeout: '1 minute',
        retry: { maximumAttempts: 3, initialInterval: '1 second', backoffCoefficient: 1 },
      },
    ),
  );

  // Offered
  return end('End_Offered');
}
