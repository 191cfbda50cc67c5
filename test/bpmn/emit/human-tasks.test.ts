import { compile, type CompileOptions } from '../../../src/bpmn/compile';
import { around } from '../diagram';

async function contract(element: string, options: CompileOptions) {
  const { files } = await compile({ file: 'x.bpmn', xml: around(element) }, options);
  return files[0]!.content;
}

test('what a project wants of its human tasks is in the contracts that have some', async () => {
  const options = { inbox: true, onlyAssignee: true };
  expect(await contract('<userTask id="A"/>', options)).toMatch(/inbox: true,\n {2}onlyAssignee: true,/);
  expect(await contract('<userTask id="A"/>', {})).not.toMatch(/inbox|onlyAssignee/);
  expect(await contract('<manualTask id="A"/>', options)).not.toMatch(/inbox|onlyAssignee/);
});
