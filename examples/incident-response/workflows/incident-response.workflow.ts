import {
  enter,
  error,
  parallel,
  signal,
  timer,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { feel } from 'batonflow/feel';
import * as activities from '../activities/contracts';
import { incidentResponse as process } from './incident-response.process';
import { severity } from './severity.decision';

/**
 * Incident response. Generated from incident-response.bpmn: change the diagram, then run `baton compile`.
 *
 * From an alert to a service that is well again, and to what was learnt from it.
 */
export async function incidentResponse(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const {
    vars,
    assign,
    task,
    userTask,
    wait,
    guard,
    scope,
    script,
    decision,
    published,
    broadcast,
    handOver,
    part,
    pass,
  } = enter(process, input, continued);
  if (continued?.at === 'Task_Decide') return part(respond);

  await scope(
    async () => {
      // Classify
      vars.severity = decision('Task_Classify', severity, vars);

      // Severe?
      if (vars.severity.level === 'P4') {
        // Note for the day
        assign(
          await task('Task_Note', activities.notify, {
            to: 'alerts',
            subject: `Alert noted: ${vars.summary}`,
            text: `Nothing to do at once: ${vars.service}, ${vars.fingerprint}.`,
          }),
        );

        // Noted
        pass('End_Noted');
      } else {
        // Respond
        await guard(() => scope('SubProcess_Respond', respond), {
          Event_Cleared: published('Alert cleared', vars.fingerprint),
        });

        // Tell stakeholders
        assign(
          await task('Task_TellStakeholders', activities.notify, {
            to: 'stakeholders',
            subject: `Resolved: ${vars.summary}`,
            text: `Service ${vars.service} is well again.`,
          }),
        );

        // P1 or P2?
        if ((vars.severity.level as string) === 'P1' || (vars.severity.level as string) === 'P2') {
          // Write post-mortem
          assign(
            await userTask('Task_PostMortem', {
              candidateGroups: 'engineering',
              dueDate: feel('Task_PostMortem', 'now() + duration("P5D")', vars),
              input: { summary: vars.summary, level: vars.severity.level },
            }),
            { except: ['summary'] },
          );
        }

        // Closed
        pass('End_Closed');
      }
    },
    {
      Start_Again: {
        on: published('Alert raised', vars.fingerprint),
        interrupting: false,
        run: () => scope('SubProcess_Again', theSameAlertAgain),
      },
      Start_Major: {
        on: signal('Major incident'),
        interrupting: false,
        run: () => scope('SubProcess_Elsewhere', aMajorIncidentElsewhere),
      },
    },
  );
  return vars;

  // Respond
  async function respond() {
    if (continued?.at !== 'Task_Decide') {
      // Open a room
      assign(await task('Task_OpenRoom', activities.openRoom, vars));

      await parallel(
        pageTheEngineerOnCall,
        async () => {
          // Read metrics
          assign(await task('Task_ReadMetrics', activities.readMetrics, vars));
        },
        async () => {
          // Search logs
          assign(await task('Task_SearchLogs', activities.searchLogs, vars));
        },
        async () => {
          // List deployments
          assign(await task('Task_ListDeployments', activities.listDeployments, vars));
        },
      );
    }

    while (true) {
      if (await handOver('Task_Decide')) return;

      // Decide
      assign(
        await userTask('Task_Decide', {
          assignee: vars.engineer,
          input: {
            summary: vars.summary,
            metrics: vars.metrics,
            logs: vars.logs,
            deployment: vars.deployment,
          },
        }),
        { except: ['summary', 'metrics', 'logs', 'deployment'] },
      );

      // Major?
      if (vars.major) {
        // Major incident
        await broadcast('Event_DeclareMajor', 'Major incident', { majorIncident: vars.fingerprint });
      }

      // Remedy?
      if (vars.remedy === 'rollBack') {
        // Roll back
        const rollBackOutcome = await guard(
          async () => assign(await task('Task_RollBack', activities.rollBack, vars)),
          { Event_NotRolledBack: error('REMEDY_FAILED') },
        );
        if (rollBackOutcome === 'Event_NotRolledBack') continue;
      } else if (vars.remedy === 'scaleOut') {
        // Scale out
        assign(await task('Task_ScaleOut', activities.scaleOut, vars));
      }

      // Settled
      await wait('Event_Settled', timer(vars.settle));

      // Check health
      assign(await task('Task_CheckHealth', activities.checkHealth, vars));

      // Healthy?
      if (vars.healthy) break;
    }

    // Healthy
    pass('End_Healthy');
  }

  // Event sub-process: The same alert again
  async function theSameAlertAgain() {
    // Count it
    vars.alerts = script('Task_Count', () => vars.alerts + 1);

    // Counted
    pass('End_Counted');
  }

  // Event sub-process: A major incident elsewhere
  async function aMajorIncidentElsewhere() {
    // Elsewhere?
    if (vars.majorIncident !== vars.fingerprint) {
      // Post in the room
      assign(
        await task('Task_Post', activities.postInRoom, {
          room: vars.room,
          text: `Major incident: ${vars.majorIncident}`,
        }),
        { except: ['room'] },
      );

      // Posted
      pass('End_Posted');
    } else {
      pass('End_Own');
    }
  }

  async function pageTheEngineerOnCall() {
    // Page the engineer on call
    assign(
      await task('Task_Page', activities.page, {
        fingerprint: vars.fingerprint,
        summary: vars.summary,
        level: 1,
      }),
      { except: ['fingerprint', 'summary'] },
    );

    // Acknowledge
    await guard(
      async () => {
        assign(
          await userTask('Task_Acknowledge', {
            candidateGroups: 'on-call',
            input: { summary: vars.summary, level: vars.severity.level },
          }),
          { except: ['summary'] },
        );
      },
      { Event_NoAnswer: { on: timer(`R2/${vars.severity.patience}`), run: noAnswer } },
    );
  }

  // No answer
  async function noAnswer() {
    // Page the next level
    assign(
      await task('Task_PageNext', activities.page, {
        fingerprint: vars.fingerprint,
        summary: vars.summary,
        level: vars.pagedLevel + 1,
      }),
      { except: ['fingerprint', 'summary'] },
    );

    // Paged
    pass('End_Paged');
  }
}

incidentResponse.process = process;
