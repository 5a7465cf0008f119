/** How the bot's sessions are set up, whatever the server and the address say. */
import { describe, expect, it } from 'vitest';
import { createDataSource } from '../../src/platform/database.js';
import { useDatabase } from '../support/postgres.js';

const database = useDatabase();

async function shown(url: string, setting: string): Promise<string> {
  const dataSource = await createDataSource({ url, poolSize: 1 }).initialize();
  try {
    const [row] = await dataSource.query('SELECT current_setting($1) AS value', [setting]);
    return row.value;
  } finally {
    await dataSource.destroy();
  }
}

describe('a session', () => {
  it('compiles no statements, although the server would', async () => {
    const [server] = await database.query('SHOW jit');
    expect(server).toEqual({ jit: 'on' });
    expect(await shown(database.url, 'jit')).toBe('off');
  });

  it('keeps options of the address beside that', async () => {
    const url = `${database.url}${database.url.includes('?') ? '&' : '?'}options=-c%20work_mem%3D7MB`;
    expect(await shown(url, 'jit')).toBe('off');
    expect(await shown(url, 'work_mem')).toBe('7MB');
  });
});
