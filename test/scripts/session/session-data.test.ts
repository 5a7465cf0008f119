/** What a sandbox finds of an earlier start, and whether it can continue with it. */
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SessionData } from '../../../scripts/session/session-data.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const root = useTemporaryDirectory();
let count = 0;
let home: string;
let data: SessionData;

beforeEach(async () => {
  home = join(root, String(count++));
  data = await SessionData.open(home, undefined);
});
afterEach(() => data.release());

/** Creates what a successful start leaves. */
async function leaveAll(): Promise<void> {
  await mkdir(join(data.directory, 'postgres'));
  await writeFile(join(data.directory, 'postgres', 'PG_VERSION'), '18');
  const before = Date.now() - 10;
  await writeFile(data.stateFile, '{}');
  await data.markFilled(before);
}

describe('the data of a sandbox', () => {
  it('are missing at first, and stored after a complete start', async () => {
    expect(await data.examine()).toEqual({ state: 'none' });
    await leaveAll();
    expect(await data.examine()).toEqual({ state: 'kept' });
  });

  it.each([
    ['the filling was interrupted', 'discord/filled.json', 'ended before the sample cohort was filled in'],
    ['the state is gone', 'discord/state.json', 'state of the sandbox is gone'],
    ['the database is gone', 'postgres', 'database is gone'],
  ])('cannot go on when %s', async (_, missing, why) => {
    await leaveAll();
    await rm(join(data.directory, missing), { recursive: true });
    expect(await data.examine()).toEqual({ state: 'unusable', why: expect.stringContaining(why) });
  });

  it('cannot be continued with another database than the one that was filled', async () => {
    await leaveAll();
    await data.release();
    data = await SessionData.open(home, 'postgres://somebody@elsewhere/nexus');
    expect(await data.examine()).toEqual({ state: 'unusable', why: expect.stringContaining('DATABASE_URL') });
  });

  it('are erased completely', async () => {
    await leaveAll();
    await data.erase(false);
    expect(await data.examine()).toEqual({ state: 'none' });
    expect(existsSync(join(data.directory, 'postgres'))).toBe(false);
  });

  it('belong to one process at a time', async () => {
    await expect(SessionData.open(home, undefined)).rejects.toThrow('Another Nexus is already running');
  });
});
