/** The file of a member's data: plain as long as it is small, zipped beyond that, and a kind word when Discord takes neither. */
import { randomBytes } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { ExportWriter } from '../../../src/features/export/export-tasks.js';
import { memberHash } from '../../../src/features/guard/member-hash.js';
import { DataRightsService, dataFormat } from '../../../src/features/rights/data-rights-service.js';
import type { KeptData } from '../../../src/features/rights/data-rights-store.js';
import { exportWriter } from '../../support/export-writer.js';

const at = new Date('2026-03-02T08:00:00Z');

const serviceFor = (body: string, writer = exportWriter) =>
  new DataRightsService({
    data: {
      read: async () =>
        ({
          sections: {
            entries: { tables: ['entries'], rows: body ? [{ number: 1, body, createdAt: at }] : [] },
          },
          muteAfterErasure: null,
          namedBy: [],
        }) as unknown as KeptData,
    },
    erasing: {
      erase: async () => undefined,
      countEntries: async () => 0,
      removeEnded: async () => undefined,
    },
    pending: {
      find: async () => undefined,
      insert: async () => true,
      cancel: async () => true,
      due: async () => [],
    },
    drafts: { forgetHeld: () => undefined },
    writer,
    hashOf: memberHash('a token'),
    clock: () => at,
    random: () => 0,
  });

it('is JSON that says what it is, of whom and when, with ids as text and times in UTC', async () => {
  const { name, content, isEmpty } = await serviceFor('Said.').export(
    '700000000000000001',
    '812345678901234567',
  );
  expect({ name, isEmpty }).toEqual({ name: 'my-data.json', isEmpty: false });
  expect(JSON.parse(content.toString())).toMatchObject({
    format: dataFormat,
    memberId: '812345678901234567',
    exportedAt: '2026-03-02T08:00:00.000Z',
    sections: { entries: { rows: [{ createdAt: '2026-03-02T08:00:00.000Z' }] } },
  });
});

it('is there when nothing is kept, and says so', async () => {
  expect(await serviceFor('').export('1', '2')).toMatchObject({ name: 'my-data.json', isEmpty: true });
});

it('is zipped beyond 8 MiB', async () => {
  const body = 'word '.repeat(2_000_000);
  const { name, content } = await serviceFor(body).export('1', '2');
  expect(name).toBe('my-data.zip');
  const text = strFromU8(unzipSync(content)['my-data.json'] ?? new Uint8Array());
  expect(JSON.parse(text)).toMatchObject({ sections: { entries: { rows: [{ body }] } } });
});

it('is zipped by the thread that writes exports, which is let go of', async () => {
  const asked: string[] = [];
  const writer: ExportWriter = {
    async open() {
      return {
        ask: async ({ kind }) => {
          asked.push(kind);
          return { parts: [new Uint8Array([1])], texts: [] };
        },
        close: () => asked.push('close'),
      };
    },
  };
  const { content } = await serviceFor('word '.repeat(2_000_000), writer).export('1', '2');
  expect([...content]).toEqual([1]);
  expect(asked).toEqual(['zip', 'close']);
});

it('is refused kindly when even the zip is too large, and so is forgetting that never gets its turn', async () => {
  await expect(serviceFor(randomBytes(11_000_000).toString('base64')).export('1', '2')).rejects.toMatchObject(
    {
      code: 'export-too-large',
    },
  );
  await expect(serviceFor('').forget('1', '2', 'kept')).rejects.toMatchObject({ code: 'forget-busy' });
});
