import { activitiesOf, enter, withOwn, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel } from 'batonflow/feel';
import type * as implementations from '../activities';
import { travelAgent as process } from './ad-hoc-worker.process';

const activities = activitiesOf<typeof implementations>();

/** Travel agent. Generated from ad-hoc-worker.bpmn: change the diagram, then run `baton compile`. */
export async function travelAgent(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, task, userTask, adHoc, end } = enter(process, input);

  // Plan the journey
  const planTheJourneyVariables = await withOwn(
    vars,
    {
      userPrompt: vars.request,
      toolCallResults: [],
      adHocSubProcessElements: [
        {
          elementId: 'Tool_Weather',
          elementName: 'Ask for the weather',
          documentation: 'The weather at a place.',
          parameters: [
            { name: 'city', description: 'Which city' },
            { name: 'days', description: 'How many days, at most 7', type: 'number' },
          ],
        },
        { elementId: 'Tool_Ask', elementName: 'Ask the traveller', properties: { audience: 'traveller' } },
      ],
    },
    async ({ vars, assign }) => {
      await adHoc(
        'Agent',
        {
          Tool_Weather: async (own) => {
            const askForTheWeatherVariables = await withOwn(
              vars,
              own,
              async ({ vars, assign }) => {
                // Ask for the weather
                // The weather at a place.
                assign(
                  await task('Tool_Weather', activities.weather, {
                    city: feel('Tool_Weather', 'fromAi(toolCall.city, "Which city")', vars),
                    days: feel(
                      'Tool_Weather',
                      'fromAi(toolCall.days, "How many days, at most 7", "number")',
                      vars,
                    ),
                  }),
                );
              },
              { keep: 'all' },
            );
            vars.toolCallResults = [
              ...vars.toolCallResults,
              feel('Agent', '{ id: toolCall.id, content: toolCallResult }', askForTheWeatherVariables),
            ];
          },
          Tool_Ask: async (own) => {
            const askTheTravellerVariables = await withOwn(
              vars,
              own,
              async ({ vars, assign }) => {
                // Ask the traveller
                assign(
                  await userTask('Tool_Ask', {
                    input: { question: feel('Tool_Ask', 'toolCall.question', vars) },
                  }),
                );
              },
              { keep: 'all' },
            );
            vars.toolCallResults = [
              ...vars.toolCallResults,
              feel('Agent', '{ id: toolCall.id, content: toolCallResult }', askTheTravellerVariables),
            ];
          },
        },
        {
          start: [],
          decide: () => {
            return task(
              'Agent:worker',
              activities.travelAgent,
              { ...vars, headers: { model: 'small' } },
              { retry: { maximumAttempts: 3 } },
            );
          },
          assign,
        },
      );
    },
    { keep: 'all' },
  );
  vars.plan = planTheJourneyVariables.answer;
  vars.toolCallResults = planTheJourneyVariables.toolCallResults;

  // Pack
  await withOwn(
    vars,
    {
      adHocSubProcessElements: [
        { elementId: 'Task_Buy', elementName: 'Buy' },
        { elementId: 'Task_Pack', elementName: 'Pack the suitcase' },
      ],
    },
    async ({ vars, assign }) => {
      await adHoc(
        'Packing',
        {
          Task_Buy: (own) =>
            withOwn(
              vars,
              own,
              async ({ vars, assign }) => {
                // Buy
                assign(await task('Task_Buy', activities.buy, vars));
              },
              { keep: 'all' },
            ),
          Task_Pack: (own) =>
            withOwn(
              vars,
              own,
              async ({ assign }) => {
                // Pack the suitcase
                assign(await userTask('Task_Pack'));
              },
              { keep: 'all' },
            ),
        },
        { start: [], decide: () => task('Packing:worker', activities.packer, vars), assign },
      );
    },
  );
  return end('End');
}
