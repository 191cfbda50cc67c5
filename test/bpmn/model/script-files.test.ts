import { collectImports } from '../../../src/bpmn/1-parse/imports';
import { around, read } from '../diagram';

const task = (attributes: string, inside = '') =>
  around(`<scriptTask id="A" ${attributes}>${inside}</scriptTask>`);

const FILES: Readonly<Record<string, string>> = { 'rules/price.js': 'a * 2\n', 'tax.groovy': 'a' };

/** The script of the task, with the files beside the diagram. */
function script(xml: string) {
  const { model, problems } = read(xml, { imports: collectImports(xml, (path) => FILES[path]) });
  return model ? (model.processes[0]!.nodes.find(({ id }) => id === 'A') as object) : problems;
}

test.each([
  ['deployment://rules/price.js', 'javascript'],
  ['classpath://rules/price.js', 'javascript'],
  ['classpath:/rules/price.js', 'javascript'],
  ['rules/price.js', 'javascript'],
])('%s', (resource, language) => {
  expect(script(task(`scriptFormat="javascript" camunda:resource="${resource}"`))).toMatchObject({
    script: { language, text: 'a * 2' },
  });
});

test('a file of a class path may lie beside the diagram, and tells the language', () => {
  expect(script(task('camunda:resource="classpath://com/acme/tax.groovy"'))).toMatchObject({
    script: { language: 'foreign', format: 'groovy', text: 'a' },
  });
});

test('it goes before what stands in the diagram', () => {
  const xml = task('scriptFormat="javascript" camunda:resource="rules/price.js"', '<script>old</script>');
  expect(script(xml)).toMatchObject({ script: { text: 'a * 2' } });
});

test('what is not there is said once', () => {
  expect(script(task('scriptFormat="groovy" camunda:resource="deployment://gone.groovy"'))).toEqual([
    'error script-file-missing A',
  ]);
});

test('what only a run knows is refused, and nothing outside of the folder is read', () => {
  const refused = ['error attribute-not-supported A'];
  expect(script(task('scriptFormat="groovy" camunda:resource="${file}"'))).toEqual(refused);
  expect(script(task('scriptFormat="groovy" camunda:resource="../../secret.js"'))).toEqual(refused);
});
