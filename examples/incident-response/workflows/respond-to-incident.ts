import { enter, error, parallel, signal, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { respondToIncident as process } from './respond-to-incident.process';
import { severity } from './severity.decision';

/** Incident response by hand: compare incident-response.workflow.ts, which is compiled from the diagram. */
export async function respondToIncident(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, decision, script, wait, guard, scope, published, broadcast, pass } =
    enter(process, input);

  await scope(handle, {
    'The same alert again': {
      on: published('Alert raised', vars.fingerprint),
      interrupting: false,
      run: countIt,
    },
    'Major incident elsewhere': {
      on: signal('Major incident'),
      interrupting: false,
      run: tellTheRoom,
    },
  });
  return vars;

  async function handle() {
    vars.severity = decision('Classify', severity, vars);
    const { level } = vars.severity;
    const { summary, service, fingerprint } = vars;

    if (level === 'P4') {
      const text = `Nothing to do at once: ${service}, ${fingerprint}.`;
      await task('Note for the day', activities.notify, {
        to: 'alerts',
        subject: `Alert noted: ${summary}`,
        text,
      });
      pass('Noted');
      return;
    }
    await guard(() => scope('Respond', respond), {
      'Alert cleared': published('Alert cleared', fingerprint),
    });
    await task('Tell stakeholders', activities.notify, {
      to: 'stakeholders',
      subject: `Resolved: ${summary}`,
      text: `Service ${service} is well again.`,
    });
    if (level === 'P1' || level === 'P2') {
      assign(
        await userTask('Write post-mortem', {
          candidateGroups: ['engineering'],
          dueDate: 'P5D',
          input: { summary, level },
        }),
      );
    }
    pass('Closed');
  }

  async function respond() {
    assign(await task('Open a room', activities.openRoom, vars));
    await parallel(findAnEngineer, readMetrics, searchLogs, listDeployments);
    do {
      await remedy();
    } while (!vars.healthy);
    pass('Healthy');
  }

  async function findAnEngineer() {
    const { summary, severity } = vars;
    await pageLevel('Page the engineer on call', 1);
    await guard(
      async () =>
        assign(
          await userTask('Acknowledge', {
            candidateGroups: ['on-call'],
            input: { summary, level: severity.level },
          }),
        ),
      {
        'No answer': {
          on: timer(`R2/${severity.patience}`),
          run: () => pageLevel('Page the next level', vars.pagedLevel + 1),
        },
      },
    );
  }

  async function pageLevel(step: string, level: number) {
    const { fingerprint, summary } = vars;
    assign(await task(step, activities.page, { fingerprint, summary, level }));
  }

  async function readMetrics() {
    assign(await task('Read metrics', activities.readMetrics, vars));
  }

  async function searchLogs() {
    assign(await task('Search logs', activities.searchLogs, vars));
  }

  async function listDeployments() {
    assign(await task('List deployments', activities.listDeployments, vars));
  }

  async function remedy() {
    const { summary, metrics, logs, deployment } = vars;
    assign(
      await userTask('Decide', { assignee: vars.engineer, input: { summary, metrics, logs, deployment } }),
    );
    if (vars.major) await broadcast('Major incident', 'Major incident', { majorIncident: vars.fingerprint });

    switch (vars.remedy) {
      case 'rollBack': {
        const outcome = await guard(() => task('Roll back', activities.rollBack, vars), {
          'Not rolled back': error('REMEDY_FAILED'),
        });
        if (outcome === 'Not rolled back') return;
        break;
      }
      case 'scaleOut':
        await task('Scale out', activities.scaleOut, vars);
    }
    await wait('Settled', timer(vars.settle));
    assign(await task('Check health', activities.checkHealth, vars));
  }

  async function countIt() {
    vars.alerts = script('Count it', () => vars.alerts + 1);
  }

  async function tellTheRoom() {
    if (vars.majorIncident === vars.fingerprint) return;
    await task('Post in the room', activities.postInRoom, {
      room: vars.room,
      text: `Major incident: ${vars.majorIncident}`,
    });
  }
}

respondToIncident.process = process;
