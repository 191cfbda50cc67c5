import { reportOf } from '../../conformance/behaviour/report';
import { asMarkdown, asText, share, type Report } from '../../conformance/report';
import type { Case } from '../../conformance/suites';

const of = (id: string, group: string): Case => ({
  id,
  test: id.replace(/#\d+$/, ''),
  group,
  diagram: 'a.bpmn',
  process: 'P',
  variables: {},
  advance: 'PT2S',
  expect: { outcome: 'rejected' },
});

test('a test passes when all its cases pass', () => {
  const report = reportOf({ name: 'suite', folder: 'diagrams' }, [
    { of: of('a/One#1', 'a'), why: undefined },
    { of: of('a/One#2', 'a'), why: 'wrong' },
    { of: of('a/Two#1', 'a'), why: undefined, remark: 'odd' },
    { of: of('b/Three#1', 'b'), why: undefined },
  ]);
  expect(report.tables[0]?.rows).toEqual([
    ['a', 2, 3, 1, 2],
    ['b', 1, 1, 1, 1],
    ['all', 3, 4, 2, 3],
  ]);
  expect(report.lists).toEqual([
    { title: 'Failed', lines: ['a/One#2: wrong'] },
    { title: 'Passed, but', lines: ['a/Two#1: odd'] },
  ]);
  expect(report).toMatchObject({ passed: 3, failed: 1 });
});

describe('shown', () => {
  const report: Report = {
    name: 'suite',
    about: 'what it is',
    tables: [{ head: ['group', 'of'], rows: [['a|b', 12]] }],
    lists: [
      { title: 'Failed', lines: ['one: wrong'] },
      { title: 'Other', lines: [] },
    ],
    passed: 1,
    failed: 1,
  };

  test('on a terminal, with the reasons', () => {
    expect(asText(report)).toBe(
      [
        'suite: what it is',
        '',
        'group  of',
        'a|b    12',
        '',
        'Failed (1)',
        '  one: wrong',
        '',
        'suite: 1 of 2',
      ].join('\n'),
    );
  });
  test('as a page, figures only', () => {
    expect(asMarkdown(report)).toBe(
      ['## suite', '', 'What it is.', '', '| group | of  |', '| ----- | --- |', '| a\\|b  | 12  |'].join(
        '\n',
      ),
    );
  });
  test('a share of nothing is none', () => {
    expect([share(1, 3), share(0, 0)]).toEqual(['33 %', '–']);
  });
});
