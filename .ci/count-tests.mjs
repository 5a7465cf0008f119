/** Counts the tests of vitest's JSON reports in one line, `N passed, N failed`, and fails when any failed or none ran. */
import { readFileSync } from 'node:fs';

const total = { passed: 0, failed: 0, skipped: 0 };
for (const file of process.argv.slice(2)) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Without its report a run was killed, or never began.
    total.failed += 1;
    continue;
  }
  // A file that could not be loaded has failed, although none of its tests did.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  // What fails outside of every test (an unhandled rejection) fails the run alone.
  const outside = !report.success && report.numFailedTests + broken === 0 ? 1 : 0;
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests + broken + outside;
  total.skipped += report.numPendingTests + report.numTodoTests;
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
