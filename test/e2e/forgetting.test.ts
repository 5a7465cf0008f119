/** `/mydata` through the built bot: the export, the confirmation, and what the channel shows of an erased member. */
import { describe, expect, it } from 'vitest';
import { buttonsOf, type Message, describe as tell, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';

const bot = useBot();
const hour = 3_600_000;

// Read by someone who gets no answers themselves.
const messages = () => bot.as('thabo').read('prodevprojectnexus', { limit: 100 });
const idOf = async (name: string) => {
  const [row] = await bot.database.query('SELECT user_id FROM members WHERE display_name = $1', [name]);
  return String(row?.['user_id']);
};
/** Everything that names someone: the message, and the person Discord shows above it. */
const allOf = (message: Message) => JSON.stringify(message);

/** Moves the clock forward, which runs the jobs, until the condition is met. */
let offset = 0;
async function untilTold(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await holds()) return;
    if (tries % 10 === 0) await bot.sandbox.client.setClock((offset += hour / 30));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not come about in time.');
}
const settled = async () =>
  (
    await bot.database.query(
      `SELECT 1 FROM message_updates WHERE kind <> 'later' UNION ALL SELECT 1 FROM cards WHERE stale_since IS NOT NULL`,
    )
  ).length === 0;

describe('a member who wants their data erased', () => {
  it('exports it as a file that only they see', async () => {
    await bot
      .as('owner')
      .command('/admin digest schedule', { day: 'monday', time: '9am', timezone: 'Africa/Nairobi' });
    const empty = await bot.as('amina').command('/mydata export');
    expect(empty.ephemeral, tell(empty)).toBe(true);
    expect(textOf(empty.message)).toContain('anything about you');
    await bot.as('amina').command('/share', {
      kind: 'concept',
      title: 'Layers are cached',
      body: 'So order them.',
      tags: 'docker',
    });
    await bot.as('amina').click(await bot.as('amina').command('/profile view'), 'Ask me about challenges');
    await bot.as('amina').command('/challenge post', { title: 'A huge image', details: 'Two gigabytes.' });
    await bot.as('kofi').command('/challenge solve', { challenge: '2', solution: 'Use a slim base.' });
    await bot.as('owner').command('/challenge accept', { solution: '3' });
    const preview = await bot.as('amina').command(
      '/readme import',
      {},
      {
        file: {
          name: 'README.md',
          content: '# Project Nexus\n\n## Key Concepts\n\n- **Idempotency**: the same twice is once\n',
        },
      },
    );
    await bot.as('amina').click(preview, 'Import all');

    const exported = await bot.as('amina').command('/mydata export');
    expect(exported.ephemeral, tell(exported)).toBe(true);
    const file = await bot.sandbox.client.download(exported.message as Message);
    const data = JSON.parse(Buffer.from(file).toString()) as { sections: Record<string, { rows: object[] }> };
    expect(data.sections['entries']?.rows).toHaveLength(3);
    expect(data.sections['profile']?.rows).toHaveLength(1);
  });

  it('is named nowhere in the channel afterwards, even if the bot is killed meanwhile', async () => {
    const amina = await idOf('Amina');
    await bot
      .as('wanjiru')
      .command('/challenge post', { title: 'Slow builds', details: `<@${amina}> said so.`, tags: 'docker' });
    const morning = new Date(Date.now() + 96 * hour).setUTCHours(7, 0, 0, 0);
    offset = morning - Date.now();
    await bot.sandbox.client.setClock(offset);
    await untilTold(async () =>
      (await messages()).some((message) => textOf(message).includes('is still open')),
    );
    await bot.as('owner', 'moderators').command('/admin digest run');
    const posting = `SELECT 1 FROM digests WHERE state IN ('due', 'claimed')`;
    await untilTold(async () => (await bot.database.query(posting)).length === 0);
    const before = await messages();
    for (const word of ['is still open', 'imported their README', 'Layers are cached', '##'])
      expect(before.some((message) => textOf(message).includes(word) && allOf(message).includes(amina))).toBe(
        true,
      );

    const asked = await bot.as('amina', 'general').command('/mydata forget');
    expect(asked.ephemeral, tell(asked)).toBe(true);
    expect(buttonsOf(asked.message)).toEqual([
      'Remove my entries',
      'Keep them under “a former member”',
      'Cancel',
    ]);
    const done = await bot.as('amina', 'general').click(asked, 'Keep them under “a former member”');
    expect(textOf(done.message)).toContain('your data here is erased');
    await bot.stop('SIGKILL');
    await bot.start();
    await untilTold(settled);

    const after = await messages();
    expect(
      after.filter((message) => allOf(message).includes(amina)).map((message) => textOf(message)),
    ).toEqual([]);
    const shown = after.map((message) => textOf(message)).join('\n');
    expect(shown).toMatch(/Layers are cached[^]*by a former member/);
    expect(shown).toContain('a former member said so');
    expect(shown).toMatch(/A huge image[^]*Solved by/);
    expect(shown).not.toContain('<@0>');
  });

  it('leaves a challenge that only a moderator can settle, and can start again', async () => {
    await bot.as('owner').command('/challenge reopen', { challenge: '2' });
    const refused = await bot.as('amina').command('/challenge accept', { solution: '3' });
    expect(textOf(refused.message)).toContain('Only the asker');
    const accepted = await bot.as('owner').command('/challenge accept', { solution: '3' });
    expect(textOf(accepted.message)).toContain('is solved');
    const offered = await bot
      .as('wanjiru')
      .command('/challenge solve', { challenge: '2', solution: 'Or two stages.' });
    expect(offered.message?.mentions, tell(offered)).toEqual([]);
    await bot
      .as('amina')
      .command('/share', { kind: 'concept', title: 'Back again', body: 'With something new.' });
    expect(textOf((await bot.as('owner').command('/leaderboard')).message)).not.toContain('former');
  });
});

it('a manager forgets somebody who left, a day after they confirmed it, and the log does not say whom', async () => {
  const kofi = await idOf('Kofi');
  await bot.sandbox.client.removeMember('Cohort', 'kofi');
  const asked = await bot.as('owner', 'general').command('/admin member forget', { member: `<@${kofi}>` });
  expect(buttonsOf(asked.message), tell(asked)).toContain('Remove their entries');
  const done = await bot.as('owner', 'general').click(asked, 'Remove their entries');
  expect(buttonsOf(done.message), tell(done)).toContain('Cancel the erasure');
  expect(await bot.database.query('SELECT FROM entries WHERE author_id = $1', [kofi])).toHaveLength(1);
  offset += 25 * hour;
  await untilTold(
    async () => (await bot.database.query('SELECT FROM entries WHERE author_id = $1', [kofi])).length === 0,
  );
  await untilTold(settled);
  const named = (await messages()).filter(
    (message) => textOf(message).includes(kofi) && !textOf(message).includes('Thank you'),
  );
  expect(named.map((message) => textOf(message))).toEqual([]);
  const [line] = await bot.database.query(
    `SELECT subject, after FROM audit_log WHERE action = 'member-forgotten'`,
  );
  expect(line).toEqual({ subject: null, after: { entries: 'removed' } });
});
