/** Taking pictures, and finding them again, with a stand-in for Discord. */
import { describe, expect, it } from 'vitest';
import { onMessage, thumbnailsOf } from '../../../src/features/pictures/index.js';
import type { FoundAttachment, OfferedPicture } from '../../../src/features/pictures/picture-model.js';
import { PictureService } from '../../../src/features/pictures/picture-service.js';
import { UserError } from '../../../src/platform/user-error.js';
import { beginnings, png } from '../../support/pictures.js';

const now = Date.parse('2026-03-02T08:00:00Z');
const inAnHour = Math.floor(now / 1000 + 3_600).toString(16);
const anHourAgo = Math.floor(now / 1000 - 3_600).toString(16);

interface World {
  /** Stored bytes, by place. */
  kept?: Record<number, Buffer>;
  places?: { channelId: string; messageId: string }[];
  messages?: Record<string, readonly FoundAttachment[] | 'gone' | 'refused'>;
  files?: Record<string, Buffer | UserError>;
}

function serviceIn({ places = [], messages = {}, files = {}, kept = {} }: World) {
  const keptBy = () => new Map(Object.entries(kept).map(([place, content]) => [Number(place), content]));
  const placed: unknown[] = [];
  const asked: string[] = [];
  const clock = { now };
  const service = new PictureService({
    store: {
      places: async () => places,
      place: async (_guildId, _number, found) => void placed.push(...found),
      describe: async (_guildId, _number, alts) => void placed.push([...alts]),
      unkept: async () => [
        { position: 1, sourceUrl: 'here' },
        { position: 2, sourceUrl: `https://cdn/b?ex=${anHourAgo}` },
        { position: 3, sourceUrl: 'gone' },
      ],
      keep: async (_guildId, _number, position, content) => placed.push([position, content]) > 0,
      kept: async () => keptBy(),
      forgetKept: async () => undefined,
    },
    source: {
      async filesOf({ messageId }) {
        asked.push(messageId);
        const found = messages[messageId] ?? 'gone';
        if (found === 'refused') throw new Error('no access');
        return found;
      },
      async read(url) {
        const file = files[url];
        if (file instanceof Buffer) return file;
        throw file ?? new UserError('attachment-gone', {});
      },
    },
    drafts: { keep: async () => 'draft', open: async () => Promise.reject(new UserError('draft-gone', {})) },
    clock: () => new Date(clock.now),
  });
  return { service, placed, asked, clock };
}

const offered = (changes: Partial<OfferedPicture> = {}): OfferedPicture => ({
  name: 'a.png',
  url: 'here',
  size: png.length,
  contentType: 'image/png',
  alt: '',
  ...changes,
});

const picture = (position: number, sourceUrl: string | null = null) => ({
  position,
  fileName: `picture-${position}.png`,
  alt: null,
  sourceUrl,
});

const entry = (...pictures: ReturnType<typeof picture>[]) => ({ guildId: '1', number: 7, pictures });
const message = (messageId: string) => ({ channelId: '2', messageId });
const file = (position: number, id = '9') => ({
  id,
  name: `picture-${position}.png`,
  url: `https://cdn/${id}/${position}`,
});

describe('taking a picture', () => {
  it('names it by its place and what it is, and hides what was hidden', async () => {
    const files = { here: png, there: beginnings.jpg };
    const { service } = serviceIn({ files });
    const taken = await service.take([
      offered({ alt: '  A  terminal\n' }),
      offered({ url: 'there', name: 'SPOILER_b.png' }),
    ]);
    expect(taken).toMatchObject([
      { position: 1, fileName: 'picture-1.png', alt: 'A terminal', size: png.length, sourceUrl: 'here' },
      { position: 2, fileName: 'SPOILER_picture-2.jpg', alt: null },
    ]);
  });

  it.each([
    ['what is too large, before it is downloaded', offered({ size: 8 * 1_048_576 + 1 }), 'picture-too-large'],
    ['another kind of file', offered({ contentType: 'application/pdf' }), 'picture-type'],
    ['what only says it is a picture', offered({ url: 'text' }), 'picture-type'],
    ['what Discord no longer has', offered({ url: 'gone' }), 'picture-gone'],
    ['what turns out to be too large', offered({ url: 'large' }), 'picture-too-large'],
    ['a description of a novel', offered({ alt: 'x'.repeat(501) }), 'picture-alt-too-long'],
  ])('refuses %s', async (_what, one, code) => {
    const { service } = serviceIn({
      files: {
        here: png,
        text: Buffer.from('no picture'),
        large: new UserError('attachment-too-large', { mebibytes: 8 }),
      },
    });
    await expect(service.take([one])).rejects.toMatchObject({ code });
    const whatGoes = await service.takeWhatGoes([one, offered()]);
    expect(whatGoes.taken).toMatchObject([{ position: 1, fileName: 'picture-1.png' }]);
    expect(whatGoes.problem).toMatchObject({ code });
  });

  it('takes no more than an entry has room for', async () => {
    const { service } = serviceIn({ files: { here: png } });
    const many = await service.takeWhatGoes(Array.from({ length: 6 }, () => offered()));
    expect(many.taken.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    const heavy = await service.takeWhatGoes(
      Array.from({ length: 4 }, () => offered({ size: 8 * 1_048_576 })),
    );
    expect(heavy.taken).toHaveLength(2);
  });
});

describe('finding pictures again', () => {
  it('looks into the messages they may lie in, and remembers where they were', async () => {
    const { service, placed, asked, clock } = serviceIn({
      places: [message('1'), message('2'), message('3')],
      messages: { '2': [file(1, '21')], '3': [file(1, '31'), file(2, '32')] },
    });
    const shown = await service.shown(entry(picture(1), picture(2)));
    expect(shown).toMatchObject({
      items: [{ url: 'https://cdn/21/1' }, { url: 'https://cdn/32/2' }],
      gone: 0,
      unreachable: 0,
    });
    expect(placed).toMatchObject([
      { messageId: '2', fileName: 'picture-1.png', attachmentId: '21' },
      { messageId: '3', fileName: 'picture-2.png', attachmentId: '32' },
    ]);
    await service.shown(entry(picture(1), picture(2)));
    expect(asked).toEqual(['1', '2', '3']);
    clock.now += 120_000;
    await service.shown(entry(picture(1), picture(2)));
    expect(asked).toHaveLength(6);
  });

  it('tells a deleted message from one that cannot be read now', async () => {
    const gone = serviceIn({ places: [message('1')] });
    expect(await gone.service.shown(entry(picture(1)))).toMatchObject({ items: [], gone: 1, unreachable: 0 });
    const refused = serviceIn({ places: [message('1')], messages: { '1': 'refused' } });
    expect(await refused.service.shown(entry(picture(1)))).toMatchObject({ gone: 0, unreachable: 1 });
  });

  it('uses the address it came from until that expires, where no message has it yet', async () => {
    const { service, asked } = serviceIn({});
    const fresh = `https://cdn/a.png?ex=${inAnHour}`;
    expect(await service.shown(entry(picture(1, fresh)))).toMatchObject({ items: [{ url: fresh }], gone: 0 });
    const old = `https://cdn/a.png?ex=${anHourAgo}`;
    expect(await service.shown(entry(picture(1, old)))).toMatchObject({ items: [], gone: 1 });
    expect(asked).toEqual([]);
  });

  it('asks nothing for an entry without pictures', async () => {
    const { service, asked } = serviceIn({ places: [message('1')] });
    expect(await service.shown({ guildId: '1', number: 7 })).toMatchObject({ items: [], gone: 0 });
    expect(asked).toEqual([]);
  });
});

describe('what a card shows', () => {
  const world = {
    places: [message('1')],
    messages: { '1': [file(1, '11')] },
    files: { 'https://cdn/11/1': png },
  };

  it('brings its own copy along when it is new', async () => {
    const { service } = serviceIn(world);
    const shown = await service.uploaded(entry(picture(1)));
    expect(shown).toMatchObject({
      items: [{ url: 'attachment://picture-1.png' }],
      files: [{ name: 'picture-1.png', content: png }],
      kept: [],
    });
  });

  it('keeps what it has, and is sent what it lacks', async () => {
    const { service } = serviceIn(world);
    const kept = await service.onCard(entry(picture(1)), [file(1, '50')], true);
    expect(kept).toMatchObject({ kept: [{ id: '50', name: 'picture-1.png' }], files: [], gone: 0 });
    const sent = await service.onCard(entry(picture(1), picture(2)), [file(2, '52')], true);
    expect(sent).toMatchObject({
      kept: [{ id: '52', name: 'picture-2.png' }],
      files: [{ name: 'picture-1.png' }],
      gone: 0,
    });
    const unseen = await service.onCard(entry(picture(1)), [], false);
    expect(unseen).toMatchObject({ files: [], kept: [] });
  });

  it('names files of others by nothing: only its own are kept', () => {
    expect(onMessage(entry(picture(1)), [{ id: '1', name: 'other.png', url: '' }])).toMatchObject({
      kept: [],
      gone: 1,
    });
  });
});

it('descriptions are cleaned, and bounded', async () => {
  const { service, placed } = serviceIn({});
  await service.describe(
    '1',
    7,
    new Map([
      [1, ' A\n chart '],
      [2, '   '],
    ]),
  );
  expect(placed).toEqual([
    [
      [1, 'A chart'],
      [2, ''],
    ],
  ]);
  await expect(service.describe('1', 7, new Map([[1, 'x'.repeat(501)]]))).rejects.toMatchObject({
    code: 'picture-alt-too-long',
  });
});

describe('the bytes of pictures that lie in no message', () => {
  it('are read while their address is good, and one that is gone keeps no other from it', async () => {
    const { service, placed } = serviceIn({ files: { here: png, [`https://cdn/b?ex=${anHourAgo}`]: png } });
    await service.keepBytes('1', 7);
    expect(placed).toEqual([[1, png]]);
  });

  it('are shown and uploaded when the address has run out', async () => {
    const { service } = serviceIn({ kept: { 1: png } });
    const held = entry(
      picture(1, `https://cdn/a?ex=${anHourAgo}`),
      picture(2, `https://cdn/b?ex=${anHourAgo}`),
    );
    for (const shown of [await service.shown(held), await service.uploaded(held)]) {
      expect(shown.items).toEqual([{ url: 'attachment://picture-1.png', alt: null, isSpoiler: false }]);
      expect(shown.files).toEqual([{ name: 'picture-1.png', content: png, description: undefined }]);
      expect(shown.gone).toBe(1);
    }
  });

  it('aren’t looked for where a picture lies in a message, and a list shows none of them', async () => {
    const { service } = serviceIn({ kept: { 1: png } });
    expect((await service.shown(entry(picture(1)))).gone).toBe(1);
    const held = { number: 7, pictures: [picture(1, `https://cdn/a?ex=${anHourAgo}`)] };
    expect(await thumbnailsOf('1', [held], service)).toEqual(new Map());
  });
});
