/** The built bot over the sandbox: pictures on entries, as members share, see and lose them. */
import { describe, expect, it } from 'vitest';
import { buttonsOf, type Message, describe as tell, textOf } from '../../sandbox/client.js';
import { behindMore, useBot } from '../support/bot.js';
import { png, pngFile } from '../support/pictures.js';

const bot = useBot();
const guildId = '700000000000000001';
const alt = 'A terminal that says port 5432 is taken';
const numberIn = (text: string) => Number(/#(\d+)/.exec(text)?.[1]);

interface Shown {
  url: string;
  alt: string | undefined;
}

/** The pictures of a message, wherever in it they are. */
function picturesIn(value: unknown): Shown[] {
  if (Array.isArray(value)) return value.flatMap(picturesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { media, description } = value as { media?: { url: string }; description?: string };
  if (media) return [{ url: media.url, alt: description }];
  return Object.values(value).flatMap(picturesIn);
}

const shownOn = (message: Message | undefined) => picturesIn(message?.components);

/** That the only picture of a message can be fetched, and is the one that was shared. */
async function expectPicture(message: Message | undefined, description?: string) {
  const shown = shownOn(message);
  expect(shown).toHaveLength(1);
  expect(shown[0]?.alt).toBe(description);
  const response = await fetch(shown[0]?.url ?? '');
  expect(response.status).toBe(200);
  expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true);
}

async function share(title: string, options: Record<string, string> = { 'picture-description': alt }) {
  const exchange = await bot
    .as('amina')
    .command('/share', { kind: 'concept', title, body: 'As seen.', ...options }, { picture: pngFile });
  expect(exchange.outcome, tell(exchange)).toBe('message');
  return { exchange, number: numberIn(textOf(exchange.message)) };
}

const rowsOf = (number: number) =>
  bot.database.query('SELECT * FROM pictures WHERE guild_id = $1 AND entry_number = $2', [guildId, number]);

/** The message as it is now. */
const again = (message: Message | undefined) => bot.as('amina').waitFor((one) => one.id === message?.id);

describe('/share with a picture', () => {
  it('shows it on the card, from the card itself, and in view', async () => {
    const { exchange, number } = await share('Ports and who holds them');
    expect(exchange.message?.attachments).toHaveLength(1);
    await expectPicture(exchange.message, alt);
    await expect
      .poll(() => rowsOf(number))
      .toMatchObject([
        {
          alt,
          file_name: 'picture-1.png',
          size: png.length,
          source_url: null,
          message_id: exchange.message?.id,
          attachment_id: exchange.message?.attachments[0]?.id,
        },
      ]);
    const viewed = await bot.as('kofi').command(`/entry view ${number}`);
    await expectPicture(viewed.message, alt);
    const read = await behindMore(bot.as('kofi'), exchange.message as Message, 'Read all');
    await expectPicture(read.message, alt);
  });

  it('goes through the form, asks what it shows, and puts that on the card', async () => {
    const amina = bot.as('amina');
    const form = await amina.command('/share', {}, { picture: pngFile });
    expect(form.outcome, tell(form)).toBe('modal');
    expect(form.modal?.title).toBe('Share a learning with a picture');
    const shared = await amina.submit(form, {
      Title: 'What the form keeps',
      'In your own words': 'It.',
      'What is it?': 'concept',
    });
    await expectPicture(shared.message);
    const { followUps } = await bot.sandbox.client.exchange(shared.id, { followUps: 1 });
    expect(textOf(followUps?.[0])).toContain('What does the picture of');
    const asked = await amina.click(followUps?.[0] as Message, 'Describe the picture');
    expect(asked.outcome, tell(asked)).toBe('modal');
    const described = await amina.submit(asked, { 'What it shows': alt });
    expect(textOf(described.message)).toContain('has its description');
    await expect.poll(async () => shownOn(await again(shared.message))).toMatchObject([{ alt }]);
    await expectPicture(await again(shared.message), alt);
  });

  it('stays on the card through votes, an edit, hiding and deleting', async () => {
    const { exchange, number } = await share('It stays through everything');
    const card = exchange.message as Message;
    const voted = await bot.as('kofi').click(card, 'Helpful');
    expect(buttonsOf(voted.message)).toContain('Helpful 1');
    await expectPicture(voted.message, alt);
    const edit = await bot.as('amina').command(`/entry edit ${number}`);
    await bot.as('amina').submit(edit, { Title: 'It stayed through an edit' });
    await expect.poll(async () => textOf(await again(card))).toContain('It stayed through an edit');
    await expectPicture(await again(card), alt);
    await bot.as('owner', 'general').command(`/admin entry hide ${number}`);
    await expect.poll(async () => shownOn(await again(card))).toEqual([]);
    const unseen = await bot.as('kofi').command(`/entry view ${number}`);
    expect(shownOn(unseen.message)).toEqual([]);
    await bot.as('owner', 'general').command(`/admin entry restore ${number}`);
    await expect.poll(async () => shownOn(await again(card))).toHaveLength(1);
    await expectPicture(await again(card), alt);
    const gone = await bot.as('amina').command(`/entry delete ${number}`);
    await expect.poll(async () => shownOn(await again(card))).toEqual([]);
    await bot.as('amina').click(gone, 'Undo');
    await expect.poll(async () => shownOn(await again(card))).toHaveLength(1);
    await expectPicture(await again(card), alt);
  });

  it('is shown once more on a card of its own, which outlives the first', async () => {
    const { exchange, number } = await share('Shown once more');
    const viewed = await bot.as('kofi').command(`/entry view ${number}`);
    await bot.as('kofi').click(viewed, 'Show in channel');
    const second = await bot
      .as('kofi')
      .waitFor((one) => one.id !== exchange.message?.id && textOf(one).includes('Shown once more'));
    await expectPicture(second, alt);
    await bot.as('thabo').delete(exchange.message as Message);
    // An address is used again for two minutes.
    await bot.sandbox.client.setClock(180_000);
    await expectPicture((await bot.as('kofi').command(`/entry view ${number}`)).message, alt);
  });

  it('that went with its deleted message is told', async () => {
    const { exchange, number } = await share('Deleted by hand');
    await bot.as('thabo').delete(exchange.message as Message);
    const viewed = await bot.as('kofi').command(`/entry view ${number}`);
    expect(shownOn(viewed.message)).toEqual([]);
    expect(textOf(viewed.message)).toContain('The picture is gone: the message that held it was deleted.');
    await bot.as('kofi').click(viewed, 'Show in channel');
    const card = await bot.as('kofi').waitFor((one) => textOf(one).includes('Deleted by hand'));
    expect(textOf(card)).toContain('The picture is gone');
  });

  it.each([
    [
      'too large',
      { name: 'a.png', type: 'image/png', content: Buffer.concat([png, Buffer.alloc(8_388_608)]) },
      'larger than 8 MiB',
    ],
    ['a PDF', { name: 'a.pdf', type: 'application/pdf', content: '%PDF-1.7' }, 'PNG, JPEG, WebP or GIF'],
    ['an SVG', { name: 'a.svg', type: 'image/svg+xml', content: '<svg/>' }, 'PNG, JPEG, WebP or GIF'],
    [
      'a text that says it is a picture',
      { name: 'a.png', type: 'image/png', content: 'MZ' },
      'PNG, JPEG, WebP or GIF',
    ],
  ])('refuses what is %s, and gives the text back', async (_what, picture, sentence) => {
    const typed = { kind: 'concept', title: 'Kept all the same', body: 'Word for word.' };
    const refused = await bot.as('amina').command('/share', typed, { picture });
    expect(refused.ephemeral).toBe(true);
    expect(textOf(refused.message)).toContain(sentence);
    expect(textOf(refused.message)).toContain('Word for word.');
    expect(textOf(refused.message)).not.toContain('attachments');
    const form = await bot.as('amina').click(refused, 'Open the form again');
    const shared = await bot.as('amina').submit(form);
    expect(textOf(shared.message)).toContain('Word for word.');
    expect(shownOn(shared.message)).toEqual([]);
    const { followUps } = await bot.sandbox.client.exchange(shared.id, { followUps: 1 });
    expect(textOf(followUps?.[0])).toContain('is stored without its picture');
    await bot.as('amina').command(`/entry delete ${numberIn(textOf(shared.message))}`);
  });

  it('keeps the picture when only the text is wrong', async () => {
    const refused = await bot
      .as('amina')
      .command(
        '/share',
        { kind: 'concept', title: `Far too long ${'x'.repeat(150)}`, body: 'And its picture' },
        { picture: pngFile },
      );
    const form = await bot.as('amina').click(refused, 'Open the form again');
    const still = await bot.as('amina').submit(form, { Title: 'Short', Tags: 'a,b,c,d,e,f' });
    const secondForm = await bot.as('amina').click(still, 'Open the form again');
    const shared = await bot.as('amina').submit(secondForm, { Title: 'Short at last', Tags: 'a' });
    await expectPicture(shared.message);
  });

  it('is told to nobody but its author where it can be described', async () => {
    const { exchange } = await share('Whose words');
    const more = await bot.as('kofi').click(exchange.message as Message, '⋯');
    expect(buttonsOf(more.message)).not.toContain('Describe the picture');
    const own = await bot.as('amina').click(exchange.message as Message, '⋯');
    expect(buttonsOf(own.message)).toContain('Describe the picture');
  });

  it('takes nothing from a muted member', async () => {
    await bot.as('owner', 'general').command('/admin member mute', { member: '@wanjiru', duration: '1d' });
    const refused = await bot
      .as('wanjiru')
      .command('/share', { kind: 'concept', title: 'Muted', body: 'B' }, { picture: pngFile });
    expect(textOf(refused.message)).toContain('muted you here');
    const [{ count } = { count: -1 }] = await bot.database.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM entries WHERE title = 'Muted'",
    );
    expect(count).toBe(0);
    await bot.as('owner', 'general').command('/admin member unmute', { member: '@wanjiru' });
  });
});

describe('/challenge post with a picture', () => {
  it('keeps it while similar challenges are shown', async () => {
    const asked = await bot.as('kofi').command('/challenge post', {
      title: 'Nginx answers with a 502 behind Gunicorn',
      details: 'It worked yesterday.',
    });
    const solved = await bot.as('amina').command('/challenge solve', {
      challenge: String(numberIn(textOf(asked.message))),
      solution: 'Bind Gunicorn to the socket that Nginx was told of.',
    });
    await bot.as('kofi').click(solved, 'Accept');
    const similar = await bot.as('wanjiru').command(
      '/challenge post',
      {
        title: 'Gunicorn and Nginx give 502',
        details: 'It worked yesterday.',
        'picture-description': alt,
      },
      { picture: pngFile },
    );
    expect(buttonsOf(similar.message), tell(similar)).toEqual(['This solves it', 'Post anyway']);
    await bot.as('wanjiru').click(similar, 'Post anyway');
    const card = await bot
      .as('wanjiru')
      .waitFor((one) => textOf(one).includes('Gunicorn and Nginx give 502'));
    await expectPicture(card, alt);
    await expect
      .poll(async () => (await rowsOf(numberIn(textOf(card))))[0])
      .toMatchObject({ message_id: card.id, source_url: null });
  });

  it('goes through the form as well', async () => {
    const form = await bot.as('kofi').command('/challenge post', {}, { picture: pngFile });
    expect(form.modal?.title).toBe('Post a challenge with a picture');
    const posted = await bot
      .as('kofi')
      .submit(form, { Title: 'Why is the sky of this chart green?', Details: 'See the picture.' });
    await expectPicture(posted.message);
  });
});

it('a held entry shows its picture to moderators alone, and to all once it is published', async () => {
  await bot.as('owner', 'general').command('/admin setup', {
    'log-channel': '#moderators',
    'moderator-role': '@&Moderator',
  });
  const review = (which: string) =>
    bot.database.query('UPDATE guilds SET review = $2 WHERE id = $1', [guildId, which]);
  await review('all');
  await bot.stop();
  await bot.start();
  const { exchange, number } = await share('Looked at first');
  expect(exchange.ephemeral).toBe(true);
  expect(shownOn(exchange.message)).toEqual([]);
  const moderators = bot.as('thabo', 'moderators');
  const item = await moderators.waitFor((one) => textOf(one).includes('Looked at first'), {
    channel: 'moderators',
  });
  await expectPicture(item, alt);
  await expectPicture((await moderators.command('/admin queue')).message, alt);
  await expectPicture((await bot.as('amina').command(`/entry view ${number}`)).message, alt);
  expect(shownOn((await bot.as('kofi').command(`/entry view ${number}`)).message)).toEqual([]);
  // The address it came from runs out while it waits.
  await bot.sandbox.client.setClock(30 * 3_600_000);
  const decided = await moderators.click(item, 'Publish');
  expect(shownOn(decided.message), tell(decided)).toEqual([]);
  const card = await bot
    .as('kofi')
    .waitFor((one) => textOf(one).includes('Looked at first'), { channel: 'prodevprojectnexus' });
  await expectPicture(card, alt);
  // The item's card lets go of it.
  await expect
    .poll(
      async () =>
        (await moderators.waitFor((one) => one.id === item.id, { channel: 'moderators' })).attachments,
      { timeout: 30_000 },
    )
    .toEqual([]);
  await review('off');
  await bot.stop();
  await bot.start();
});

it('a held entry keeps its picture for days where there is no log channel', async () => {
  const kept = () => bot.database.query('SELECT entry_number FROM kept_pictures');
  const settings = (review: string, logChannel: unknown) =>
    bot.database.query('UPDATE guilds SET review = $2, log_channel_id = $3 WHERE id = $1', [
      guildId,
      review,
      logChannel,
    ]);
  const [before] = await bot.database.query('SELECT log_channel_id FROM guilds WHERE id = $1', [guildId]);
  await settings('all', null);
  await bot.stop();
  await bot.start();
  const { number } = await share('Quarantine harbour');
  await expect.poll(kept, { timeout: 30_000 }).toEqual([{ entry_number: number }]);
  // The address it came from runs out while it waits.
  await bot.sandbox.client.setClock(6 * 86_400_000);
  const moderator = bot.as('thabo', 'moderators');
  const queue = await moderator.command('/admin queue');
  await expectPicture(queue.message, alt);
  await expectPicture((await bot.as('amina').command(`/entry view ${number}`)).message, alt);
  await moderator.click(queue, 'Publish');
  const card = await bot
    .as('kofi')
    .waitFor((one) => textOf(one).includes('Quarantine harbour'), { channel: 'prodevprojectnexus' });
  await expectPicture(card, alt);
  await expect.poll(kept).toEqual([]);
  await settings('off', before?.['log_channel_id']);
  await bot.stop();
  await bot.start();
});

describe('/entry edit with a picture', () => {
  const edit = (number: number, options: Record<string, string>, files = {}) =>
    bot.as('amina').command('/entry edit', { entry: `#${number}`, ...options }, files);

  it('replaces the picture on the card, and the old file leaves it', async () => {
    const { exchange, number } = await share('A picture that is replaced');
    const [old] = exchange.message?.attachments ?? [];
    const answer = await edit(number, { 'picture-description': 'The new one' }, { picture: pngFile });
    expect(answer.ephemeral, tell(answer)).toBe(true);
    expect(textOf(answer.message)).toContain('new picture in place');
    await expect.poll(async () => shownOn(await again(exchange.message))[0]?.alt).toBe('The new one');
    const card = await again(exchange.message);
    await expectPicture(card, 'The new one');
    expect(card?.attachments).toHaveLength(1);
    expect(card?.attachments[0]?.id).not.toBe(old?.id);
    await expectPicture((await bot.as('kofi').command(`/entry view ${number}`)).message, 'The new one');
    expect(await rowsOf(number)).toMatchObject([{ place: 1, source_url: null, message_id: card?.id }]);
  });

  it('adds to those that are kept, up to four, and removes them all', async () => {
    const { exchange, number } = await share('Pictures that are kept');
    for (const more of ['two', 'three', 'four'])
      await edit(number, { pictures: 'keep', 'picture-description': more }, { picture: pngFile });
    await expect
      .poll(async () => shownOn(await again(exchange.message)).map((one) => one.alt))
      .toEqual([alt, 'two', 'three', 'four']);
    const full = await edit(number, { pictures: 'keep' }, { picture: pngFile });
    expect(textOf(full.message)).toContain('can have 4 pictures');
    expect(await rowsOf(number)).toHaveLength(4);

    const removed = await edit(number, { pictures: 'remove' });
    expect(textOf(removed.message)).toContain('has no picture any more');
    await expect.poll(async () => (await again(exchange.message))?.attachments.length).toBe(0);
    expect(shownOn(await again(exchange.message))).toEqual([]);
    expect(textOf((await edit(number, { pictures: 'remove' })).message)).toContain('no picture to remove');
  });

  it('gives one to an entry without, and asks what it shows', async () => {
    const plain = await bot
      .as('amina')
      .command('/share', { kind: 'concept', title: 'Nothing to see yet', body: 'Words.' });
    const number = numberIn(textOf(plain.message));
    const answer = await edit(number, {}, { picture: pngFile });
    const { followUps } = await bot.sandbox.client.exchange(answer.id, { followUps: 1 });
    expect(textOf(followUps?.[0])).toContain('What does the picture of');
    await expect.poll(async () => shownOn(await again(plain.message))).toHaveLength(1);
    await expectPicture(await again(plain.message));
  });

  it('is refused to others, to muted members, and for what is no picture', async () => {
    const { number } = await share('A picture of my own');
    await expect.poll(() => rowsOf(number)).toMatchObject([{ source_url: null }]);
    const before = await rowsOf(number);
    const stranger = await bot
      .as('kofi')
      .command('/entry edit', { entry: `#${number}` }, { picture: pngFile });
    expect(textOf(stranger.message)).toContain('Only the author');
    const file = { name: 'notes.txt', content: Buffer.from('words'), contentType: 'text/plain' };
    expect(textOf((await edit(number, {}, { picture: file })).message)).toContain('isn’t a picture');
    await bot.as('owner').command('/admin member mute', { member: '@amina', duration: '1h' });
    const muted = await edit(number, { pictures: 'remove' });
    await bot.as('owner').command('/admin member unmute', { member: '@amina' });
    expect(textOf(muted.message)).toMatch(/muted|can’t/);
    expect(await rowsOf(number)).toEqual(before);
  });
});

it('the address of a picture runs out, and a view has a fresh one', async () => {
  const { number } = await share('Seen two days later');
  const before = shownOn((await bot.as('kofi').command(`/entry view ${number}`)).message)[0]?.url ?? '';
  await bot.sandbox.client.setClock(10 * 86_400_000);
  expect((await fetch(before)).status).toBe(404);
  const after = await bot.as('kofi').command(`/entry view ${number}`);
  await expectPicture(after.message, alt);
  const found = await bot.as('kofi').command('/search', { query: 'Seen two days later' });
  await expectPicture(found.message, alt);
});

describe('when the author is erased', () => {
  it('the picture leaves the card that stays', async () => {
    const exchange = await bot
      .as('wanjiru')
      .command(
        '/share',
        { kind: 'concept', title: 'Stays without its picture', body: 'B' },
        { picture: pngFile },
      );
    const address = shownOn(exchange.message)[0]?.url ?? '';
    const asked = await bot.as('wanjiru').command('/mydata forget');
    await bot.as('wanjiru').click(asked, 'Keep them under “a former member”');
    await expect
      .poll(
        async () =>
          (
            await bot.database.query('SELECT count(*)::int AS n FROM pictures WHERE message_id = $1', [
              exchange.message?.id,
            ])
          )[0],
      )
      .toEqual({ n: 0 });
    await expect.poll(async () => (await fetch(address)).status, { timeout: 30_000 }).toBe(404);
  });
});
