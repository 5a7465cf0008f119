/** The built bot over the sandbox: members edit their profile and look at each other's. */
import { describe, expect, it } from 'vitest';
import { buttonsOf, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';

const bot = useBot();

describe('/profile', () => {
  it('invites a member without one to fill it in', async () => {
    const seen = await bot.as('wanjiru').command('/profile view');
    expect(seen.ephemeral).toBe(true);
    expect(textOf(seen.message)).toContain('Press Edit project');
    expect(buttonsOf(seen.message)).toEqual([
      'Edit project',
      'Edit links',
      'Ask me about challenges',
      'Notifications',
      'Don’t save my messages',
    ]);
  });

  it('edit opens a form; everyone sees what is submitted, but the links only after consent', async () => {
    const amina = bot.as('amina');
    const form = await amina.command('/profile edit');
    expect(form.outcome).toBe('modal');
    const saved = await amina.submit(form, {
      Track: 'backend',
      'Project name': 'Job **board**',
      Repository: 'https://github.com/amina/jobs',
      Objective: 'Ship it',
    });
    expect(saved.ephemeral).toBe(true);
    expect(textOf(saved.message)).toContain('Saved');
    expect(textOf(saved.message)).toContain('Job \\*\\*board\\*\\*');

    const links = await amina.click(saved, 'Edit links');
    const kept = await amina.submit(links, { 'Links, one per line, up to 5': 'https://amina.example' });
    expect(textOf(kept.message)).toContain('Only you see your links');
    const seen = await bot.as('kofi').command('/profile view', { member: '@amina' });
    expect(seen.ephemeral).toBe(true);
    expect(textOf(seen.message)).toContain('Ship it');
    expect(textOf(seen.message)).not.toContain('amina.example');
    expect(buttonsOf(seen.message)).toEqual([]);

    const again = await amina.click(kept, 'Edit links');
    expect(JSON.stringify(again.modal)).toContain('https://amina.example/');
    await amina.submit(again, { 'Who may see them?': 'shown' });
    const shown = await bot.as('kofi').contextMenu('Nexus profile', { user: 'amina' });
    expect(shown.ephemeral).toBe(true);
    expect(textOf(shown.message)).toContain('[amina.example](https://amina.example/)');
  });

  it('gives the text back in a filled-in form if a link is not an address', async () => {
    const kofi = bot.as('kofi');
    const refused = await kofi.submit(await kofi.command('/profile edit'), {
      Track: 'frontend',
      'Project name': 'Shop',
      Repository: 'github dot com',
    });
    expect(textOf(refused.message)).toContain('https://');
    expect(textOf(refused.message)).toContain('Shop');
    const form = await kofi.click(refused, 'Open the form again');
    expect(JSON.stringify(form.modal)).toContain('github dot com');
    const saved = await kofi.submit(form, { Repository: 'https://github.com/kofi/shop' });
    expect(textOf(saved.message)).toContain('Frontend');
    expect(textOf(saved.message)).toContain('Shop');

    const links = await kofi.click(saved, 'Edit links');
    const wrong = await kofi.submit(links, { 'Links, one per line, up to 5': 'not an address' });
    const back = await kofi.click(wrong, 'Open the form again');
    expect(JSON.stringify(back.modal)).toContain('not an address');
  });
});
