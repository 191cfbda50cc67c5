import {
  bpmnError,
  enter,
  error,
  parallel,
  timer,
  withOwn,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { deliveryPipeline as process } from './delivery-pipeline.process';

/**
 * Delivery pipeline. Generated from delivery-pipeline.bpmn: change the diagram, then run `baton compile`.
 *
 * From a commit to a release for everybody: built, tested for every target, scanned, approved by a person,
 * and rolled out in stages, each of which is watched. A release that does not do well is withdrawn, and a
 * newer commit of the branch takes the place of an older one.
 */
export async function deliveryPipeline(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, wait, guard, forEach, scope, published, pass } = enter(
    process,
    input,
  );

  await scope(
    async () => {
      // Build image
      assign(await task('Task_Build', activities.buildImage, vars));

      await parallel(
        async () => {
          // Test
          vars.tests = await forEach('Task_Test', vars.targets, async (target) => {
            const testVariables = await withOwn(
              vars,
              { target, test: undefined },
              async ({ vars, assign }) => {
                assign(await task('Task_Test', activities.runTests, vars));
              },
            );
            return testVariables.test;
          });
        },
        async () => {
          // Scan for vulnerabilities
          assign(await task('Task_Scan', activities.scanForVulnerabilities, vars));
        },
      );

      // Good enough?
      if (vars.findings.length > 0 || vars.tests.some((test) => !test.passed)) {
        // Not good enough
        pass('End_NotGood');
        throw bpmnError('NOT_RELEASED', { message: 'Not good enough' });
      }

      // Approve release
      const approveReleaseOutcome = await guard(
        async () => {
          assign(
            await userTask('Task_Approve', {
              candidateGroups: 'release-managers',
              input: { branch: vars.branch, commit: vars.commit, tests: vars.tests, findings: vars.findings },
            }),
            { except: ['branch', 'commit', 'tests', 'findings'] },
          );
        },
        { Event_Undecided: timer('P2D') },
      );
      if (approveReleaseOutcome === 'Event_Undecided') {
        // After two days

        // Nobody decided
        pass('End_Undecided');
        throw bpmnError('NOT_RELEASED', { message: 'Nobody decided' });
      }

      // Approved?
      if (!vars.approved) {
        // Rejected
        pass('End_Rejected');
        throw bpmnError('NOT_RELEASED', { message: 'Rejected' });
      }

      // Roll out
      const rollOutOutcome = await guard(
        () =>
          forEach(
            'Sub_RollOut',
            vars.stages,
            (share) =>
              withOwn(vars, { share }, async ({ vars, assign }) => {
                await scope('Sub_RollOut', rollOut);

                // Roll out
                async function rollOut() {
                  // Deploy to share
                  assign(await task('Task_Deploy', activities.deployToShare, vars));

                  // Watched for a while
                  await wait('Event_Watched', timer(vars.watch));

                  // Check health
                  assign(await task('Task_CheckHealth', activities.checkHealth, vars));

                  // Healthy?
                  if (!vars.healthy) {
                    // Sick
                    pass('End_Sick');
                    throw bpmnError('SICK', { message: 'Sick' });
                  }
                  pass('End_Stage');
                }
              }),
            { concurrency: 1 },
          ),
        { Event_Sick: error('SICK') },
      );
      if (rollOutOutcome === 'Event_Sick') {
        // Does not do well

        // Withdraw release
        assign(await task('Task_Withdraw', activities.withdrawRelease, vars));

        // Withdrawn
        pass('End_Withdrawn');
        throw bpmnError('NOT_RELEASED', { message: 'Withdrawn' });
      }

      // Announce release
      assign(await task('Task_Announce', activities.announceRelease, vars));

      // Released
      pass('End_Released');
    },
    {
      Start_Newer: {
        on: published('Newer commit', vars.commit),
        interrupting: true,
        run: () => scope('Sub_Superseded', whenANewerCommitComes),
      },
      Start_NotReleased: {
        on: error('NOT_RELEASED'),
        run: () => scope('Sub_NotReleased', whenItCannotBeReleased),
      },
    },
  );
  return vars;

  // Event sub-process: When a newer commit comes
  async function whenANewerCommitComes() {
    // Make way
    assign(await task('Task_WithdrawSuperseded', activities.withdrawRelease, vars));

    // Superseded
    pass('End_Superseded');
  }

  // Event sub-process: When it cannot be released
  async function whenItCannotBeReleased() {
    // Report failure
    assign(await task('Task_Report', activities.reportFailure, vars));

    // Not released
    pass('End_NotReleased');
  }
}
