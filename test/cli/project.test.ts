import { projectAround, projectAt, requireProject } from '../../src/cli/project';
import { temporaryFolder } from './support/temporary-folder';

const folder = temporaryFolder();

test('finds the parts of a project below src', () => {
  folder.write({
    'package.json':
      '{"name": "shop", "type": "module", "baton": {"taskQueue": "orders", "deployment": "spring"}}',
    'src/workflows/index.ts': '',
    'src/activities/index.ts': '',
    'src/activities/contracts.ts': '',
    'src/workers/worker.ts': '',
  });
  expect(projectAt(folder.path())).toEqual({
    root: folder.path(),
    name: 'shop',
    source: folder.path('src'),
    workflows: folder.path('src/workflows'),
    workflowsIndex: folder.path('src/workflows/index.ts'),
    activitiesIndex: folder.path('src/activities/index.ts'),
    contracts: folder.path('src/activities/contracts.ts'),
    workerScript: folder.path('src/workers/worker.ts'),
    taskQueue: 'orders',
    deployment: 'spring',
    incidents: undefined,
    inbox: false,
    onlyAssignee: false,
    esm: true,
  });
});

test('finds a project without src and package.json, as the examples are', () => {
  folder.write({ 'shop/workflows/order.bpmn': '' });
  expect(projectAt(folder.path('shop'))).toEqual({
    root: folder.path('shop'),
    name: 'shop',
    source: folder.path('shop'),
    workflows: folder.path('shop/workflows'),
    workflowsIndex: undefined,
    activitiesIndex: undefined,
    contracts: undefined,
    workerScript: undefined,
    taskQueue: 'baton',
    deployment: undefined,
    incidents: undefined,
    inbox: false,
    onlyAssignee: false,
    esm: false,
  });
});

test('takes the package name as the task queue where none is named', () => {
  folder.write({ 'package.json': '{"name": "shop"}', 'workflows/x.ts': '' });
  expect(projectAt(folder.path())?.taskQueue).toBe('shop');
});

test('looks upwards from a file for the nearest project', () => {
  folder.write({ 'src/workflows/a.ts': '', 'examples/one/workflows/deep/b.bpmn': '' });
  expect(projectAround(folder.path('examples/one/workflows/deep/b.bpmn'))?.root).toBe(
    folder.path('examples/one'),
  );
  expect(projectAround(folder.path('examples'))?.root).toBe(folder.path());
});

test('a diagram below src belongs to the folder with package.json, not to src', () => {
  folder.write({
    'parts/package.json': '{"name": "parts", "baton": {"deployment": "spring", "inbox": true}}',
    'parts/src/workflows/order.bpmn': '',
  });
  expect(projectAround(folder.path('parts/src/workflows/order.bpmn'))).toMatchObject({
    root: folder.path('parts'),
    source: folder.path('parts/src'),
    deployment: 'spring',
    inbox: true,
  });
});

test('says that there is no project, or that package.json is broken', () => {
  expect(() => requireProject(folder.path())).toThrow(`There is no Baton project in ${folder.path()}.`);
  expect(() => requireProject(folder.path('nowhere'))).toThrow('nowhere is not a folder');
  folder.write({ 'workflows/x.ts': '', 'package.json': '{' });
  expect(() => requireProject(folder.path())).toThrow('package.json cannot be read: it is not JSON');
});
