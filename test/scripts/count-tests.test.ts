/** The end of what `.ci/run` prints: which tests failed and why, then how many passed, on the last line. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { useTemporaryDirectory } from '../support/temporary-directory.js';

const project = fileURLToPath(new URL('../../', import.meta.url));
const directory = useTemporaryDirectory();

interface Result {
  status: 'passed' | 'failed';
  fullName: string;
  failureMessages?: string[];
  duration?: number;
}

/** The parts of a vitest report that are read, for one test file. */
function reportOf(results: Result[], file: { message?: string; success?: boolean } = {}) {
  const { message = '', success = message === '' && results.every(({ status }) => status === 'passed') } =
    file;
  const count = (status: string) => results.filter((result) => result.status === status).length;
  return {
    success,
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [
      {
        name: join(project, 'test/votes.test.ts'),
        status: message || count('failed') > 0 ? 'failed' : 'passed',
        message,
        assertionResults: results.map((result) => ({ failureMessages: [], ...result })),
      },
    ],
  };
}

function endOf(reports: { [run: string]: unknown }): { lines: string[]; code: number | null } {
  const files = Object.entries(reports).map(([run, report]) => {
    const file = join(directory, `${run}.json`);
    writeFileSync(file, typeof report === 'string' ? report : JSON.stringify(report));
    return file;
  });
  const { stdout, status } = spawnSync(process.execPath, [join(project, '.ci/count-tests.mjs'), ...files], {
    cwd: project,
    encoding: 'utf8',
  });
  return { lines: stdout.trimEnd().split('\n'), code: status };
}

const passed: Result = { status: 'passed', fullName: 'a vote counts' };

it('is only the figures if everything passes', () => {
  expect(endOf({ all: reportOf([passed, passed]), browser: reportOf([passed]) })).toEqual({
    lines: ['3 passed, 0 failed, 4 skipped'],
    code: 0,
  });
});

it('names what failed, with the first line of the error', () => {
  const failed: Result = {
    status: 'failed',
    fullName: 'a vote counts once',
    failureMessages: ['\u001b[31mAssertionError: expected 2 to be 1\u001b[39m\n    at votes.test.ts:3:1'],
  };
  const late: Result = {
    status: 'failed',
    fullName: 'a vote is quick',
    failureMessages: ['Error: STACK_TRACE_ERROR\n    at task (runner.js:1:1)'],
    duration: 20_012.4,
  };
  expect(endOf({ all: reportOf([passed, failed, late]), browser: reportOf([passed]) })).toEqual({
    lines: [
      'FAILED all: test/votes.test.ts > a vote counts once: AssertionError: expected 2 to be 1',
      'FAILED all: test/votes.test.ts > a vote is quick: timed out after 20012 ms',
      '2 passed, 2 failed, 4 skipped',
    ],
    code: 1,
  });
});

it.each([
  ['a file that cannot be loaded', reportOf([], { message: 'SyntaxError: oh\n at 1' }), 'SyntaxError: oh'],
  ['a fault outside of every test', reportOf([passed], { success: false }), 'failed outside of its tests'],
  ['a report that was cut off', '{"success":', 'left no report'],
])('counts %s as one that failed', (_name, report, told) => {
  const { lines, code } = endOf({ all: report });
  expect(lines[0]).toContain(told);
  expect(lines.at(-1)).toMatch(/^[01] passed, 1 failed/);
  expect([lines.length, code]).toEqual([2, 1]);
});

it('is no success if nothing ran', () => {
  expect(endOf({ all: reportOf([]) })).toEqual({ lines: ['0 passed, 0 failed, 2 skipped'], code: 1 });
});
