/** Pictures that one process took, shown, edited and posted by another one that took over. */
import { afterAll, describe, expect, it } from 'vitest';
import { buttonsOf, type Message, describe as tell, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';
import type { BotProcess } from '../support/bot-process.js';
import { png, pngFile } from '../support/pictures.js';

const bot = useBot();
const alt = 'A plan of the harbour';
let second: BotProcess | undefined;
afterAll(async () => {
  await second?.stop();
});

const numberIn = (text: string) => Number(/#(\d+)/.exec(text)?.[1]);

function picturesIn(value: unknown): { url: string; alt: string | undefined }[] {
  if (Array.isArray(value)) return value.flatMap(picturesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { media, description } = value as { media?: { url: string }; description?: string };
  return media ? [{ url: media.url, alt: description }] : Object.values(value).flatMap(picturesIn);
}

/** That the only picture of a message can be fetched, and is the one that was shared. */
async function expectPicture(message: Message | undefined, description?: string) {
  const shown = picturesIn(message?.components);
  expect(shown, textOf(message)).toHaveLength(1);
  expect(shown[0]?.alt).toBe(description);
  const response = await fetch(shown[0]?.url ?? '');
  expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true);
}

const share = (title: string) =>
  bot
    .as('amina')
    .command(
      '/share',
      { kind: 'concept', title, body: 'As seen.', 'picture-description': alt },
      { picture: pngFile },
    );
const cardOf = (title: string) => bot.as('wanjiru').waitFor((message) => textOf(message).includes(title));
const again = (message: Message) => bot.as('wanjiru').waitFor((one) => one.id === message.id);

describe('pictures of a process that was killed', () => {
  it('are the next one’s to show, to edit, to post late, and to store with the form', async () => {
    second = await bot.startAnother();
    await second.logged(({ msg }) => String(msg).includes('stands by'));

    // The first takes three: one with its card, one that waits for its form, and one whose card is never posted.
    await share('Shared by the first');
    const card = await cardOf('Shared by the first');
    const number = numberIn(textOf(card));
    const form = await bot.as('kofi').command('/share', {}, { picture: pngFile });
    expect(form.outcome, tell(form)).toBe('modal');
    const troubles = [
      await bot.sandbox.client.trouble({
        kind: 'silent',
        method: 'POST',
        route: '/interactions/*/*/callback',
      }),
      await bot.sandbox.client.trouble({ kind: 'silent', method: 'POST', route: '/channels/*/messages' }),
    ];
    const unanswered = share('Never answered');
    await expect
      .poll(
        async () => (await bot.database.query("SELECT 1 FROM entries WHERE title = 'Never answered'")).length,
      )
      .toBe(1);
    await bot.stop('SIGKILL');
    for (const trouble of troubles) await bot.sandbox.client.endTrouble(trouble);
    await second.logged(({ msg }) => msg === 'this process answers from now on');
    await unanswered.catch(() => undefined);

    await expectPicture((await bot.as('kofi').command(`/entry view ${number}`)).message, alt);
    const voted = await bot.as('kofi').click(card, 'Helpful');
    expect(buttonsOf(voted.message), tell(voted)).toContain('Helpful 1');
    await expectPicture(await again(card), alt);
    await bot
      .as('amina')
      .command(
        '/entry edit',
        { entry: `#${number}`, 'picture-description': 'A newer plan' },
        { picture: pngFile },
      );
    await expect
      .poll(async () => picturesIn((await again(card)).components)[0]?.alt, { timeout: 30_000 })
      .toBe('A newer plan');
    await expectPicture(await again(card), 'A newer plan');
    expect((await again(card)).attachments).toHaveLength(1);

    const submitted = await bot.as('kofi').submit(form, {
      Title: 'The form of the first',
      'In your own words': 'It.',
      'What is it?': 'concept',
    });
    expect(submitted.outcome, tell(submitted)).toBe('message');
    await expectPicture(await cardOf('The form of the first'));

    await bot.sandbox.client.setClock(600_000);
    await expectPicture(await cardOf('Never answered'), alt);
    const late = (await bot.as('wanjiru').read(undefined, { limit: 100 })).filter((message) =>
      textOf(message).includes('Never answered'),
    );
    expect(late).toHaveLength(1);
    // A view finds where the edited one lies now, and each of the three has a message of its own.
    await expectPicture((await bot.as('kofi').command(`/entry view ${number}`)).message, 'A newer plan');
    const lying = await bot.database.query(
      'SELECT count(DISTINCT message_id)::integer AS messages FROM pictures',
    );
    expect(lying).toEqual([{ messages: 3 }]);
  });
});
