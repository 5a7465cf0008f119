/**
 * Counts the tests of vitest's JSON reports. Before the last line, `N passed, N failed`, come the names of those that
 * failed, each with the first line of its error. Fails when any failed or none ran.
 */
import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';

/** Longer lists are cut: what broke so much shows in the steps' own output. */
const mostNamed = 30;
const longestLine = 300;

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
for (const file of process.argv.slice(2)) {
  const run = basename(file, '.json');
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Without its report a run was killed, or never began.
    total.failed += 1;
    failures.push(`${run}: left no report`);
    continue;
  }
  let named = 0;
  for (const { name, status, message, assertionResults } of report.testResults) {
    const place = `${run}: ${relative(process.cwd(), name)}`;
    const failed = assertionResults.filter((test) => test.status === 'failed');
    for (const test of failed) failures.push(`${place} > ${test.fullName}: ${errorOf(test)}`);
    // A file that could not be loaded has failed, although none of its tests did.
    if (status === 'failed' && failed.length === 0) {
      failures.push(`${place}: ${firstLine(message)}`);
      total.failed += 1;
      named += 1;
    }
  }
  // What fails outside of every test (an unhandled rejection) fails the run alone.
  if (!report.success && report.numFailedTests + named === 0) {
    failures.push(`${run}: failed outside of its tests, see its output above`);
    total.failed += 1;
  }
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests;
  total.skipped += report.numPendingTests + report.numTodoTests;
}

for (const failure of failures.slice(0, mostNamed)) console.log(`FAILED ${failure.slice(0, longestLine)}`);
if (failures.length > mostNamed) console.log(`FAILED … and ${failures.length - mostNamed} more`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

/** vitest's report has a stand-in where a test was given up. */
function errorOf({ failureMessages, duration = 0 }) {
  const line = firstLine(failureMessages[0]);
  return line.includes('STACK_TRACE_ERROR') ? `timed out after ${Math.round(duration)} ms` : line;
}

/** Without colours. */
function firstLine(text = '') {
  const lines = text.replaceAll(/\u001b\[[\d;]*m/g, '').split('\n');
  return lines.find((line) => line.trim() !== '')?.trim() ?? 'it gave no reason';
}
