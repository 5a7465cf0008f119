/** A folder for one test file, removed with all in it. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Call at the top level of a test file; gives the folder's real path. Only its owner may enter it. */
export function useTemporaryDirectory(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'nexus-test-')));
  afterAll(() => rmSync(path, { recursive: true, force: true, maxRetries: 3 }));
  return path;
}
