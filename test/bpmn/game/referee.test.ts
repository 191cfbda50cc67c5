import { parseAndModel } from '../../../src/bpmn/parse-and-model';
import { createSandbox } from '../../support/sandbox';
import { compileGame, INPUT, USER_MODULES } from './compiled';
import { judge, play } from './play';
import { drawProcess, type Shape } from './shapes';
import { toXml } from './to-xml';

const task: Shape = { kind: 'task' };
const fork: Shape = { kind: 'parallel', branches: [task, task], join: 'all', split: 'gateway' };
const reminded: Shape = {
  kind: 'guarded',
  inside: undefined,
  events: [{ trigger: 'reminder', body: task, then: 'end' }],
};
const choice: Shape = {
  kind: 'choice',
  branches: [
    { condition: 'a = 1', body: task, ends: 'not' },
    { condition: 'b = 1', body: task, ends: 'error' },
  ],
  otherwise: 'default',
  split: 'gateway',
  merge: 'gateway',
};
const loop: Shape = { kind: 'loop', body: task, test: 'after', condition: 'c = 0' };
const diagram: Shape = { kind: 'sequence', parts: [fork, reminded, choice, loop] };

const sandbox = createSandbox();

/** Wrong code must be noticed, or the other tests are worth nothing. */
describe('the token game notices', () => {
  test.each<[string, string | RegExp, string]>([
    ['nothing where nothing is wrong', '', ''],
    ['branches one after another', /parallel\(/, '(async (a: any, b: any) => { await a(); await b(); })('],
    [
      'a join that waits for one branch',
      /await parallel\(/,
      '(async (a: any, b: any) => { void b(); await a(); })(',
    ],
    ['a condition turned round', 'vars.a !== 1', 'vars.a === 1'],
    ['a loop that is left too early', 'vars.c === 0', 'vars.c === 1'],
    ['a result that is lost', "assign(await task('Task_1',", "void (await task('Task_1',"],
    ['old variables', /activities.work, vars/g, 'activities.work, input'],
    ['an interruption instead of a reminder', /On_Time_1: \{[^}]*\}/, "On_Time_1: timer('PT1H'"],
    ['an error without its end event', "pass('End_Error_1');", ''],
    ['a wrong code', "bpmnError('E1')", "bpmnError('E2')"],
  ])('%s', async (_, right, wrong) => {
    const { xml, modules, processes } = await compileGame(toXml(drawProcess(diagram)));
    const code = modules['./game.workflow']!;
    const changed = code.replace(right, wrong);
    const all = { ...USER_MODULES, ...modules, './game.workflow': changed };
    for (const [name, source] of Object.entries(all)) sandbox.define(name, source);
    const { model } = parseAndModel({ file: 'game.bpmn', xml }, { strict: false });
    const workflow = { module: './game.workflow', type: processes[0]!.functionName };
    let problem: string | undefined;
    for (let seed = 0; seed < 60 && problem === undefined; seed += 1) {
      problem = judge(model!.processes[0]!, INPUT, await play(sandbox, workflow, INPUT, seed));
    }
    if (right === '') expect(problem).toBeUndefined();
    else {
      expect(changed).not.toBe(code);
      expect(problem).toMatch(/^step \d+ \(.*\): /);
    }
  });
});
