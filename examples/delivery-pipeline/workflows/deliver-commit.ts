import { bpmnError, enter, error, parallel, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { deliverCommit as process } from './deliver-commit.process';

/** The delivery pipeline by hand: compare delivery-pipeline.workflow.ts, which is compiled from the diagram. */
export async function deliverCommit(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, wait, forEach, guard, scope, published, end } = enter(process, input);

  return scope(deliver, {
    'Not to be released': { on: error('NOT_RELEASED'), run: report },
    'Newer commit': { on: published('Newer commit', vars.commit), interrupting: true, run: makeWay },
  });

  async function deliver() {
    assign(await task('Build image', activities.buildImage, vars));
    await parallel(test, scan);
    if (vars.findings.length > 0 || vars.tests.some(({ passed }) => !passed)) throw bpmnError('NOT_RELEASED');

    await approve();
    if (!vars.approved) throw bpmnError('NOT_RELEASED');

    if ((await guard(rollOut, { 'Does not do well': error('SICK') })) !== 'done') {
      await task('Withdraw release', activities.withdrawRelease, vars);
      throw bpmnError('NOT_RELEASED');
    }
    await task('Announce release', activities.announceRelease, vars);
    return end('Released');
  }

  async function test() {
    vars.tests = await forEach('Test', vars.targets, async (target) => {
      const result = await task('Test', activities.runTests, { commit: vars.commit, target });
      return result.test;
    });
  }

  async function scan() {
    assign(await task('Scan for vulnerabilities', activities.scanForVulnerabilities, vars));
  }

  async function approve() {
    const { branch, commit, tests, findings } = vars;
    const ask = async () => {
      const input = { branch, commit, tests, findings };
      assign(await userTask('Approve release', { candidateGroups: ['release-managers'], input }));
    };
    await guard(ask, { 'After two days': timer('P2D') });
  }

  /** To one share of the users after the other, as long as it does well. */
  async function rollOut() {
    for (const share of vars.stages) {
      await task('Deploy to share', activities.deployToShare, { image: vars.image, share });
      await wait('Watched for a while', timer(vars.watch));
      assign(await task('Check health', activities.checkHealth, vars));
      if (!vars.healthy) throw bpmnError('SICK');
    }
  }

  async function report() {
    await task('Report failure', activities.reportFailure, vars);
    return end('Not released');
  }

  async function makeWay() {
    await task('Make way', activities.withdrawRelease, vars);
    return end('Superseded');
  }
}
