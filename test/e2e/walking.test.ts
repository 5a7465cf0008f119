/** The built bot over the sandbox: quiet cards, what is behind `⋯`, and the way between a challenge and its solutions. */
import { describe, expect, it } from 'vitest';
import { buttonsOf, type Exchange, type Message, textOf } from '../../sandbox/client.js';
import { behindMore, useBot } from '../support/bot.js';

const bot = useBot();
const numberIn = (text: string) => Number(/#(\d+)/.exec(text)?.[1]);

interface Button {
  label?: string;
  style?: number;
}

/** Buttons in the rows of a message, row by row. */
function rowsOf(message: Message | undefined): Button[][] {
  const rows: Button[][] = [];
  const visit = (parts: { type?: number; components?: unknown[] }[]) => {
    for (const part of parts) {
      if (part.type === 1) rows.push((part.components ?? []) as Button[]);
      else visit((part.components ?? []) as never);
    }
  };
  visit(message?.components ?? []);
  return rows;
}

const cardAgain = async (card: Exchange) => {
  const channel = await bot.as('kofi').read();
  return channel.find(({ id }) => id === card.message?.id);
};

async function ask(title: string, details = 'It stops after a minute.') {
  const card = await bot.as('amina').command('/challenge post', { title, details, tags: 'docker' });
  return { card, number: numberIn(textOf(card.message)) };
}

async function answer(name: string, challenge: number, solution: string) {
  const card = await bot.as(name).command('/challenge solve', { challenge: String(challenge), solution });
  return {
    card,
    number: Number(/#(\d+) ·/.exec(textOf(card.message).replace(/\[#\d+\]\([^)]*\)/g, ''))?.[1]),
  };
}

describe('a card', () => {
  it('has at most four controls in its row, in every state', async () => {
    const { card, number } = await ask('Why does my container stop?', 'word '.repeat(400));
    const { card: first } = await answer('kofi', number, 'Run it in the foreground. '.repeat(60));
    const { card: second } = await answer('wanjiru', number, 'Give it more memory.');
    const goal = await bot
      .as('amina')
      .command('/share', { kind: 'goal', title: 'Ship it', body: 'w '.repeat(900) });
    for (const one of [card, first, second, goal]) {
      expect(rowsOf(one.message).map((row) => row.length)).toEqual([4]);
      expect(buttonsOf(one.message)).toContain('⋯');
    }
    expect(buttonsOf(card.message)).toEqual(['Solve', 'Helpful', 'Save', 'Discuss', '⋯']);
    expect(buttonsOf(first.message)).toEqual(['Accept', 'Helpful', 'Save', 'Discuss', '⋯']);

    await bot.as('amina').click(first, 'Accept');
    await expect
      .poll(async () => buttonsOf(await cardAgain(second)))
      .toEqual(['Helpful', 'Save', 'Discuss', '⋯']);
    for (const one of [card, first, second]) {
      const styles = rowsOf(await cardAgain(one))
        .flat()
        .map(({ style }) => style);
      expect(new Set(styles)).toEqual(new Set([2]));
    }
    await bot.as('amina').command(`/challenge reopen ${number}`);
    await expect.poll(async () => buttonsOf(await cardAgain(second))).toContain('Accept');
  });

  it('of before keeps working: its old buttons answer, and it changes at its next update', async () => {
    const shared = await bot
      .as('amina')
      .command('/share', { kind: 'concept', title: 'From before', body: 'B' });
    const number = numberIn(textOf(shared.message));
    const channel = '720000000000000001';
    const old = ['edit', 'delete', 'report', 'helpful'].map((name) => ({
      type: 2,
      style: 2,
      label: name,
      custom_id: `n1:${name}:${number}`,
    }));
    const posted = await fetch(`${bot.sandbox.apiUrl}/v10/channels/${channel}/messages`, {
      method: 'POST',
      headers: { authorization: 'Bot sandbox-token-for-tests', 'content-type': 'application/json' },
      body: JSON.stringify({ flags: 1 << 15, components: [{ type: 1, components: old }] }),
    });
    const { id } = (await posted.json()) as { id: string };
    await bot.database.query(
      'INSERT INTO cards (message_id, channel_id, guild_id, entry_number, posted_at) VALUES ($1, $2, $3, $4, now())',
      [id, channel, '700000000000000001', number],
    );
    expect(textOf((await bot.as('kofi').click(id, 'edit')).message)).toContain('Only the author');
    expect((await bot.as('amina').click(id, 'edit')).outcome).toBe('modal');
    expect((await bot.as('kofi').click(id, 'report')).outcome).toBe('modal');
    const pressed = await bot.as('kofi').click(id, 'helpful');
    expect(buttonsOf(pressed.message)).toEqual(['Helpful 1', 'Save', 'Discuss', '⋯']);
  });
});

describe('⋯', () => {
  it('answers privately with what this member can do', async () => {
    const shared = await bot.as('amina').command('/share', { kind: 'goal', title: 'Read `man`', body: 'B' });
    const own = await bot.as('amina').click(shared, '⋯');
    expect(own.ephemeral).toBe(true);
    expect(buttonsOf(own.message)).toEqual(['Read all', 'Mark done', 'Edit', 'Delete', 'Show in channel']);
    const other = await bot.as('kofi').click(shared, '⋯');
    expect(buttonsOf(other.message)).toEqual(['Read all', 'Show in channel', 'Report']);
    expect(textOf(other.message)).toContain('`man`');
    const viewed = await bot.as('kofi').click(other, 'Read all');
    expect(buttonsOf(viewed.message)).not.toContain('Edit');
    expect(buttonsOf(viewed.message)).not.toContain('Delete');
  });

  it('reopens for the asker and moderators alone, and says when the entry is gone', async () => {
    const { card, number } = await ask('Where do logs go?');
    const { card: solved } = await answer('kofi', number, 'To standard output.');
    await bot.as('amina').click(solved, 'Accept');
    expect(buttonsOf((await bot.as('kofi').click(card, '⋯')).message)).not.toContain('Reopen');
    expect(buttonsOf((await bot.as('owner').click(card, '⋯')).message)).toContain('Reopen');
    const reopened = await behindMore(bot.as('amina'), card, 'Reopen');
    expect(reopened.ephemeral).toBe(false);
    expect(textOf(reopened.message)).toContain('is open again');
    const panel = await bot.as('kofi').click(card, '⋯');
    await bot.as('amina').command(`/entry delete ${number}`);
    expect(textOf((await bot.as('kofi').click(panel, 'Read all')).message)).toContain('was deleted');
  });
});

describe('a pair', () => {
  it('is two clicks at most from either half, and from the list', async () => {
    const { number } = await ask('How do I seed a database?');
    const { card: first, number: one } = await answer('kofi', number, 'With a fixture, loaded once.');
    const { number: two } = await answer('wanjiru', number, 'With a migration that inserts rows.');
    const viewed = await bot.as('thabo').command(`/entry view ${number}`);
    const solutions = await bot.as('thabo').click(viewed, 'Read 2 solutions');
    expect(solutions.ephemeral).toBe(true);
    expect(textOf(solutions.message)).toContain('With a fixture');
    expect(textOf(solutions.message)).toContain(`#${one}`);
    expect(textOf(solutions.message)).toContain(`#${two}`);
    const each = await bot.as('thabo').click(solutions, 'View');
    const back = await bot.as('thabo').click(each, 'See the challenge');
    expect(textOf(back.message)).toContain('How do I seed a database?');

    const listed = await bot.as('thabo').command('/challenge list');
    expect(textOf(listed.message)).toContain('2 solutions waiting');
    const form = await bot.as('thabo').click(listed, 'Solve');
    expect(form.outcome).toBe('modal');
    const accepted = await bot.as('amina').click(first, 'Accept');
    expect(textOf(accepted.message)).toMatch(
      /\*\*\[#\d+\]\(https:[^)]+\)\*\* is solved: “How do I seed a database\?”/,
    );
  });

  it('links every number in what the bot says, and none of what members say', async () => {
    const asked = await bot
      .as('amina')
      .command('/challenge post', { title: 'Is rule #1 the best?', details: 'See #1 and `#1`.' });
    const number = Number(/#(\d+) ·/.exec(textOf(asked.message))?.[1]);
    const viewed = textOf((await bot.as('kofi').command(`/entry view ${number}`)).message);
    expect(viewed).toContain('Is rule \\#1 the best?');
    expect(viewed).toContain('See \\#1 and `#1`.');
    expect(viewed).toContain(`[#${number}](https://discord.com/channels/`);
    const saved = await bot.as('kofi').click(await bot.as('kofi').command(`/entry view ${number}`), 'Save');
    expect(textOf(saved.message)).toContain(`**[#${number}](https://discord.com/channels/`);
  });
});

it('says who shows an entry in the channel, and why', async () => {
  await bot.as('amina').command('/share', { kind: 'concept', title: 'Idempotency keys', body: 'Once.' });
  const found = await bot.as('kofi').command('/search idempotency');
  await bot.as('kofi').click(found, 'Show in channel');
  const shown = await bot.as('amina').waitFor((message) => /found this with a search/.test(textOf(message)));
  expect(textOf(shown)).toContain('Idempotency keys');
});

it('searches the name of an entry that was typed and not picked', async () => {
  await bot.as('amina').command('/share', { kind: 'concept', title: 'Bloom filters', body: 'Maybe.' });
  const viewed = await bot.as('kofi').command('/entry view', { entry: 'bloom filters' });
  expect(textOf(viewed.message)).toContain('Maybe.');
  await bot.as('amina').command('/share', { kind: 'concept', title: 'Bloom is a model', body: 'Other.' });
  const several = await bot.as('kofi').command('/entry view', { entry: 'bloom' });
  expect(textOf(several.message)).toContain('More than one entry fits');
  const none = await bot.as('kofi').command('/entry view', { entry: 'xyzzy nothing' });
  expect(textOf(none.message)).toContain('There’s no entry “xyzzy nothing”');
});

it('says when /help has no such page, and names README and profile first', async () => {
  const unknown = await bot.as('kofi').command('/help', { topic: 'quantum' });
  expect(textOf(unknown.message)).toContain('I have no page about “quantum”');
  expect(textOf(unknown.message)).toContain('</readme import:');
  expect(textOf(unknown.message)).toContain('</profile edit:');
  const named = await bot.as('kofi').command('/help', { topic: 'readme' });
  expect(textOf(named.message)).not.toContain('I have no page');
});
