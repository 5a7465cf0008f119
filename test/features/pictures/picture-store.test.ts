/** Pictures in the database: stored with their entry, found by it, described, and gone with it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { pictureBounds } from '../../../src/entities/picture.js';
import { recordCard } from '../../../src/features/entries/card-store.js';
import { PictureStore } from '../../../src/features/pictures/picture-store.js';
import { ForgetStore } from '../../../src/features/rights/forget-store.js';
import { amina, guildId, kofi, typed, useCohort } from '../../support/cohort.js';

const cohort = useCohort();
const store = () => new PictureStore(cohort.dataSource());
const source = 'https://cdn.discordapp.com/ephemeral-attachments/1/2/a.png';

const picture = (position: number, changes: object = {}) => ({
  position,
  fileName: `picture-${position}.png`,
  size: 70,
  alt: null,
  sourceUrl: source,
  ...changes,
});

const share = (pictures = [picture(1), picture(2, { alt: 'A “chart”, \\ and 𝄞' })]) =>
  cohort.entries.share(guildId, { ...amina, cardChannelId: '20' }, typed(), { pictures });
const rows = () => cohort.database.query('SELECT * FROM pictures ORDER BY entry_number, place');
const found = (position: number, messageId: string) => ({
  channelId: '20',
  messageId,
  fileName: `picture-${position}.png`,
  attachmentId: `${messageId}0`,
});

beforeEach(async () => {
  await cohort.database.query('DELETE FROM guilds');
  await cohort.database.query('DELETE FROM message_updates');
});

describe('pictures of an entry', () => {
  it('are stored with it by every way to write one, and none without a picture', async () => {
    const learning = await share();
    const challenge = await cohort.entries.post(guildId, amina, typed(), { pictures: [picture(1)] });
    const draftId = await cohort.drafts.keep(guildId, amina.id, 'challenge', {});
    const drafted = await cohort.entries.post(guildId, amina, typed(), { draftId, pictures: [picture(1)] });
    const saved = { saver: kofi, channelId: '20', messageIds: ['5', '6'], isEdited: false };
    const taken = await cohort.entries.share(guildId, amina, typed(), { saved, pictures: [picture(1)] });
    const solution = await cohort.entries.solve(
      guildId,
      amina,
      challenge.number,
      { solution: 'So.', link: '' },
      { saved: { ...saved, messageIds: ['7'] }, pictures: [picture(1)] },
    );
    const plain = await cohort.entries.share(guildId, amina, typed());
    for (const { number, pictures } of [learning, challenge, drafted, taken, solution]) {
      const stored = (await cohort.entries.any(guildId, number)).pictures;
      expect(stored).toMatchObject([
        { position: 1, fileName: 'picture-1.png', alt: null, sourceUrl: source },
        ...(number === learning.number ? [{ position: 2, alt: 'A “chart”, \\ and 𝄞' }] : []),
      ]);
      expect(pictures).toMatchObject(stored as object[]);
    }
    expect((await cohort.entries.any(guildId, plain.number)).pictures).toBeUndefined();
    expect(plain.pictures).toBeUndefined();
  });

  it('are looked for where they were last, and then on its cards, the oldest first', async () => {
    const { number } = await share();
    for (const messageId of ['33', '31', '32'])
      await cohort.cards.record(guildId, number, { channelId: '20', messageId });
    await store().place(guildId, number, [found(1, '32'), found(2, '32')]);
    expect((await store().places(guildId, number)).map(({ messageId }) => messageId)).toEqual([
      '32',
      '31',
      '33',
    ]);
    expect(await rows()).toMatchObject([
      { message_id: '32', attachment_id: '320', source_url: null },
      { message_id: '32', attachment_id: '320', source_url: null },
    ]);
  });

  it('are not placed by a file of another name, or in another guild', async () => {
    const { number } = await share();
    await store().place(guildId, number, [{ ...found(1, '32'), fileName: 'other.png' }]);
    await store().place('700000000000000002', number, [found(1, '32')]);
    expect(await rows()).toMatchObject([{ message_id: null }, { message_id: null }]);
  });

  it('make cards stale only when a description changes', async () => {
    const { number } = await share();
    await cohort.cards.record(guildId, number, { channelId: '20', messageId: '31' });
    const stale = () => cohort.database.query('SELECT stale_since FROM cards');
    await store().describe(guildId, number, new Map([[1, '']]), cohort.time.now);
    expect(await stale()).toEqual([{ stale_since: null }]);
    await store().describe(guildId, number, new Map([[1, 'A desk']]), cohort.time.now);
    expect(await stale()).toEqual([{ stale_since: cohort.time.now }]);
    expect(await rows()).toMatchObject([{ alt: 'A desk' }, { alt: 'A “chart”, \\ and 𝄞' }]);
    await store().describe(guildId, number, new Map([[1, '']]), cohort.time.now);
    expect(await rows()).toMatchObject([{ alt: null }, {}]);
  });

  it('leave Discord with the card once a deleted entry is erased', async () => {
    const pictured = await share();
    const plain = await cohort.entries.share(guildId, amina, typed());
    for (const { number } of [pictured, plain]) {
      await cohort.cards.record(guildId, number, { channelId: '20', messageId: `3${number}` });
      await cohort.entries.remove(guildId, number, amina.id);
    }
    cohort.time.now = new Date(cohort.time.now.getTime() + 31 * 86_400_000);
    expect(await cohort.entries.eraseDeleted()).toBe(2);
    expect(await rows()).toEqual([]);
    expect(await cohort.database.query('SELECT message_id, kind FROM message_updates')).toEqual([
      { message_id: `3${pictured.number}`, kind: 'removed' },
    ]);
  });
});

describe('stored bytes', () => {
  const kept = () =>
    cohort.database.query(
      'SELECT entry_number, place, octet_length(content) AS bytes FROM kept_pictures ORDER BY 1, 2',
    );
  const bytes = (length = 70) => Buffer.alloc(length, 1);
  const keepAll = async (number: number) => {
    for (const { position } of await store().unkept(guildId, number))
      await store().keep(guildId, number, position, bytes());
  };

  it('are those of pictures without a message, once each', async () => {
    const { number } = await share();
    expect(await store().unkept(guildId, number)).toEqual([
      { position: 1, sourceUrl: source },
      { position: 2, sourceUrl: source },
    ]);
    expect(await store().keep(guildId, number, 1, bytes())).toBe(true);
    expect(await store().keep(guildId, number, 1, bytes())).toBe(false);
    expect(await store().unkept(guildId, number)).toMatchObject([{ position: 2 }]);
    expect(await store().kept(guildId, number)).toEqual(new Map([[1, bytes()]]));
    await store().place(guildId, number, [found(2, '31')]);
    expect(await store().keep(guildId, number, 2, bytes())).toBe(false);
  });

  it('go as soon as a message has the picture, and not before', async () => {
    const { number } = await share();
    await keepAll(number);
    await store().forgetKept();
    expect(await kept()).toHaveLength(2);
    await store().place(guildId, number, [found(2, '31')]);
    expect(await kept()).toMatchObject([{ place: 1 }]);
    await recordCard(
      cohort.dataSource().manager,
      guildId,
      number,
      { channelId: '20', messageId: '32' },
      new Date(),
    );
    expect(await kept()).toEqual([]);
  });

  it('go when moderators decline, hide or remove the entry, when its picture is replaced, and with it', async () => {
    const drops = [
      'UPDATE entries SET hidden_at = now(), held = false WHERE number = $1',
      'UPDATE entries SET deleted_at = now(), deleted_by = author_id WHERE number = $1',
      'DELETE FROM pictures WHERE entry_number = $1',
      'DELETE FROM entries WHERE number = $1',
    ];
    for (const drop of drops) {
      const { number } = await share();
      await keepAll(number);
      expect(await kept()).toHaveLength(2);
      await cohort.database.query(drop, [number]);
      await store().forgetKept();
      expect(await kept(), drop).toEqual([]);
    }
  });

  it.each(['kept', 'removed'] as const)('go with an erased author (entries %s)', async (entries) => {
    const { number } = await share();
    await keepAll(number);
    const erasure = {
      guildId,
      memberId: amina.id,
      hash: Buffer.alloc(32),
      moderatorId: null,
      at: new Date(),
    };
    await new ForgetStore(cohort.dataSource()).erase({ ...erasure, entries });
    expect(await kept()).toEqual([]);
  });

  it('of a guild are bounded, also when two are stored at the same moment', async () => {
    const { number } = await share();
    const largest = bytes(pictureBounds.bytes);
    for (let more = 1; more < pictureBounds.bytesKept / pictureBounds.bytes; more += 1) {
      const other = await share([picture(1)]);
      expect(await store().keep(guildId, other.number, 1, largest)).toBe(true);
    }
    const both = [store().keep(guildId, number, 1, largest), store().keep(guildId, number, 2, largest)];
    expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1);
  });
});
