/** The built bot over the sandbox: pasted code, tidied for the member who asks, and posted by its author alone. */
import { describe, expect, it } from 'vitest';
import { buttonsOf, describe as tell, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';

const bot = useBot();
const general = (name: string) => bot.as(name, 'general');
const pasted =
  'Why is this slow?\nfor book in Book.objects.all():\n    print(book.author.name)\nI see forty queries for it.';
const shown = '```py\nfor book in Book.objects.all():\n    print(book.author.name)\n```';
const seenInChannel = async () => (await general('wanjiru').read('general', { limit: 100 })).length;

describe('Format as code', () => {
  it('answers privately, and offers nothing else to somebody who isn’t the author', async () => {
    const message = await general('kofi').say(pasted);
    const before = await seenInChannel();
    const answer = await general('amina').contextMenu('Format as code', { message });
    expect(answer.ephemeral, tell(answer)).toBe(true);
    expect(textOf(answer.message)).toContain(shown);
    expect(textOf(answer.message)).not.toContain('forty queries');
    expect(buttonsOf(answer.message)).toEqual([]);
    expect(await seenInChannel()).toBe(before);
  });

  it('is posted by its author, once; its author and moderators delete it', async () => {
    const message = await general('kofi').say(pasted);
    const answer = await general('kofi').contextMenu('Format as code', { message });
    expect(buttonsOf(answer.message)).toEqual(['Post it']);
    const posted = await general('kofi').click(answer, 'Post it');
    expect(posted.ephemeral).toBeFalsy();
    expect(textOf(posted.message)).toContain(shown);
    expect(textOf(posted.message)).toContain(message.id);
    const twice = await general('kofi').click(answer, 'Post it');
    expect(twice.ephemeral).toBe(true);
    expect(textOf(twice.message)).not.toContain('print(');

    const stranger = await general('amina').click(posted, 'Delete');
    expect(textOf(stranger.message)).toContain('Only the author of this code');
    await general('kofi').click(posted, 'Delete');
    const after = (await general('wanjiru').read('general', { limit: 100 })).find(
      ({ id }) => id === posted.message?.id,
    );
    expect(textOf(after)).toBe('-# The code that was here is deleted.');
  });

  it('gives long code as a file', async () => {
    const line = 'console.log("a line of a long program that somebody pasted");';
    const message = await general('kofi').say(`${line}\n`.repeat(60));
    const answer = await general('kofi').contextMenu('Format as code', { message });
    expect(answer.message?.attachments?.[0]?.filename).toBe('code-1.js');
    const posted = await general('kofi').click(answer, 'Post it');
    expect(posted.message?.attachments?.[0]?.filename).toBe('code-1.js');
    await general('kofi').click(posted, 'Delete');
    const after = (await general('wanjiru').read('general', { limit: 100 })).find(
      ({ id }) => id === posted.message?.id,
    );
    expect(after?.attachments).toEqual([]);
  });

  it('says so when there is no code, when it is formatted already, and on a message of an app', async () => {
    const told = async (content: string) => {
      const message = await general('kofi').say(content);
      return textOf((await general('amina').contextMenu('Format as code', { message })).message);
    };
    expect(await told('Thanks, that helped me a lot!')).toContain('no code in that message');
    expect(await told(shown)).toContain('formatted already');
    const card = await bot.as('amina').command('/share', { kind: 'concept', title: 'A', body: 'B' });
    const ofApp = await bot.as('kofi').contextMenu('Format as code', { message: card });
    expect(textOf(ofApp.message)).toContain('message of an app');
  });

  it('posts nothing with a secret, for a muted member, or where they can’t write', async () => {
    const offered = async (content: string) => {
      const message = await general('kofi').say(content);
      return general('kofi').contextMenu('Format as code', { message });
    };
    const secret = await offered('const key = "AKIAQ3EGWPZ7LMNB2XVT";\nconsole.log(key);');
    const before = await seenInChannel();
    const refused = await general('kofi').click(secret, 'Post it');
    expect(refused.ephemeral, tell(refused)).toBe(true);
    expect(textOf(refused.message)).toMatch(/key/i);

    const muted = await offered(pasted);
    await bot.as('owner').command('/admin member mute', { member: '@kofi', duration: '1h' });
    expect((await general('kofi').click(muted, 'Post it')).ephemeral).toBe(true);
    // Reading is theirs.
    expect(textOf((await offered(pasted)).message)).toContain(shown);
    await bot.as('owner').command('/admin member unmute', { member: '@kofi' });

    const message = await general('kofi').say(pasted);
    const open = await general('kofi').contextMenu('Format as code', { message });
    await bot.sandbox.client.setOverwrite('Cohort', 'general', {
      role: '@everyone',
      deny: ['SEND_MESSAGES'],
    });
    expect(textOf((await general('kofi').click(open, 'Post it')).message)).toContain(
      'can’t write in this channel',
    );
    const closed = await general('kofi').contextMenu('Format as code', { message });
    expect(textOf(closed.message)).toContain(shown);
    expect(buttonsOf(closed.message)).toEqual([]);
    await bot.sandbox.client.setOverwrite('Cohort', 'general', { role: '@everyone' });
    expect(await seenInChannel()).toBe(before + 3);
  });

  it('speaks French to those who do', async () => {
    await bot.as('amina').command('/profile edit', { language: 'fr' });
    const message = await general('kofi').say(pasted);
    const answer = await general('amina').contextMenu('Format as code', { message });
    expect(textOf(answer.message)).toContain('Le code d’[un message]');
    await bot.as('amina').command('/profile edit', { language: 'en' });
  });
});
