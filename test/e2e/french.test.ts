/** The built bot in two languages at once: what one member alone sees is in theirs, what the channel sees in the guild's. */
import { describe, expect, it } from 'vitest';
import { buttonsOf, type Exchange, describe as tell, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';

const bot = useBot();

const french = () => bot.as('kofi');
const english = () => bot.as('amina');
const moderator = () => bot.as('owner', 'moderators');
const numberIn = ({ message }: Exchange) =>
  Number(/#(\d+)/.exec(textOf(message).replace(/(?:to|défi) #\d+/g, ''))?.[1]);

describe('a French-speaking member in an English guild', () => {
  it('shares with a French form, and everyone reads an English card', async () => {
    await bot.sandbox.client.changeUser('kofi', { locale: 'fr' });
    const form = await french().command('/share');
    expect(form.modal?.title).toBe('Partager un apprentissage');
    const card = await french().submit(form, {
      'C’est quoi\u202F?': 'concept',
      Titre: 'Un index sur la date',
      'Avec tes mots': 'La liste répond vite.',
      Étiquettes: 'postgres',
      Lien: '',
    });
    expect(card.ephemeral, tell(card)).toBe(false);
    expect(buttonsOf(card.message)).toContain('Helpful');
    expect(textOf(card.message)).toContain('by <@');
  });

  it('asks, sees similar ones in French, and has a solution accepted in English', async () => {
    const ask = { title: 'Nginx répond 502 derrière Gunicorn', details: 'Le socket existe.', tags: 'nginx' };
    const question = await french().command('/challenge post', ask);
    expect(textOf(question.message)).toContain('Open challenge');
    const answer = await english().command('/challenge solve', {
      challenge: String(numberIn(question)),
      solution: 'Bind Gunicorn to the socket.',
    });
    const own = await french().click(answer, 'Accept');
    expect(textOf(own.message)).toContain('is solved');
    const again = await french().command('/challenge post', {
      ...ask,
      details: 'Nginx répond 502, encore, derrière Gunicorn.',
    });
    expect(again.ephemeral, tell(again)).toBe(true);
    expect(textOf(again.message)).toContain('Avant de publier');
    expect(buttonsOf(again.message)).toEqual(
      expect.arrayContaining(['Ça résout mon défi', 'Publier quand même']),
    );
    expect(textOf(again.message)).not.toMatch(/Solution #\d+ by|Before you post/);
    const posted = await french().click(again, 'Publier quand même');
    expect(textOf(posted.message)).toMatch(/C’est publié|Open challenge/);
  });

  it('reads refusals, help and answers about the digest in French', async () => {
    expect(textOf((await french().command('/help')).message)).toContain('Pour commencer');
    expect(textOf((await french().command('/digest preview')).message)).toContain(
      'Aucun résumé n’est encore prévu',
    );
    const refused = await french()
      .command('/admin settings')
      .catch(() => undefined);
    if (refused) expect(textOf(refused.message)).toContain('réservé à la modération');
    const missing = await french().command('/entry view 9999');
    expect(textOf(missing.message)).toContain('Il n’y a pas d’entrée');
  });

  it('reads English after choosing it, and French again as in Discord', async () => {
    const chosen = await french().command('/profile edit', { language: 'en' });
    expect(textOf(chosen.message)).toContain('From now on');
    expect(textOf((await french().command('/help')).message)).toContain('Getting started');
    const back = await french().command('/profile edit', { language: 'discord' });
    expect(textOf(back.message)).toContain('Désormais');
    expect(textOf((await french().command('/help')).message)).toContain('Pour commencer');
  });
});

describe('an English-speaking member in a French guild', () => {
  it('has French cards and English answers', async () => {
    const saved = await moderator().command('/admin setup', { language: 'fr' });
    expect(textOf(saved.message)).toContain('Saved');
    const card = await english().command('/share', {
      kind: 'concept',
      title: 'Leases expire',
      body: 'A worker that died lets its row go.',
    });
    expect(card.ephemeral, tell(card)).toBe(false);
    expect(buttonsOf(card.message)).toContain('Utile');
    expect(textOf(card.message)).toContain('par <@');
    const kept = await english().click(card, 'Garder');
    expect(textOf(kept.message)).toContain('is saved for you');
    const own = await english().click(card, 'Utile');
    expect(textOf(own.message)).toContain('can’t mark your own entry helpful');
    const thanked = await french().click(card, 'Utile');
    expect(buttonsOf(thanked.message)).toContain('Utile 1');
    const helped = await english().command(`/entry view ${numberIn(card)}`);
    expect(buttonsOf(helped.message).join()).toContain('Helpful 1');
  });

  it('has a French digest and an English answer to running it', async () => {
    await moderator().command('/admin digest schedule', {
      day: 'monday',
      time: '09:00',
      timezone: 'Africa/Nairobi',
    });
    const run = await moderator().command('/admin digest run');
    expect(textOf(run.message)).toContain('The digest is posted');
    const digest = await english().waitFor((message) => textOf(message).includes('La semaine de ta cohorte'));
    expect(textOf(digest)).toContain('Appris cette semaine');
    expect(textOf(digest)).not.toContain('Learned this week');
  });
});
