/** A README of ours, copied from its rendered page and handed over again. */
import { expect, it } from 'vitest';
import { challengesOfWeek0 } from '../../../scripts/cohort/timeline-week-0-challenges.js';
import { challengesOfWeek1 } from '../../../scripts/cohort/timeline-week-1-challenges.js';
import { challengesOfWeek2 } from '../../../scripts/cohort/timeline-week-2-challenges.js';
import { challengesOfWeek3 } from '../../../scripts/cohort/timeline-week-3-challenges.js';
import { challengesOfWeek4 } from '../../../scripts/cohort/timeline-week-4-challenges.js';
import { challengesOfWeek5 } from '../../../scripts/cohort/timeline-week-5-challenges.js';
import { documentWordsFor } from '../../../src/locales/document-words.js';
import { readPastedPage } from '../../../src/readme/export/pasted-page.js';
import { renderReadme } from '../../../src/readme/export/render-readme.js';
import { readReadme } from '../../../src/readme/read-readme.js';
import { aminaId, materialWith, sharedChallenge, sharedLearning } from '../../support/readme-material.js';
import { pastedPage } from '../../support/rendered-page.js';

const card = 'https://discord.com/channels/100000000000000001/720000000000000001/900000000000000001';
const solved = (body: string, authorName = 'Kofi') => ({
  number: 9,
  body,
  link: null,
  card,
  authorId: '8',
  authorName,
});
const material = materialWith({
  learnings: [
    sharedLearning({
      number: 1,
      kind: 'technology',
      title: 'Docker',
      body: 'Runs the same: everywhere.',
      tags: ['docker'],
      card,
    }),
    sharedLearning({
      number: 2,
      kind: 'technology',
      title: 'Redis',
      body: 'A cache.\n\nAnd a queue.',
      link: 'https://redis.io/',
      card,
    }),
    sharedLearning({ number: 3, kind: 'practice', title: 'Write the test first', card }),
  ],
  challenges: [
    sharedChallenge({
      number: 4,
      title: 'Slow join',
      body: 'It took ten seconds.\n\nAlways.',
      accepted: solved('Read the plan.'),
      card,
    }),
    sharedChallenge({
      number: 5,
      title: 'Lost mails',
      tags: ['celery'],
      accepted: solved('- A queue\n- Three tries'),
      card,
    }),
    sharedChallenge({ number: 6, title: 'Cost of logs', body: 'They grow.', card }),
  ],
});

/** What a browser copies of a rendered page, with or without bullets. */
const copied = (markdown: string, bullet: string) =>
  markdown
    .replace(/<!--.*?-->/g, '')
    .replace(/```mermaid[\s\S]*?```/g, '')
    .replace(/^#+ /gm, '')
    .replace(/\*\*|`/g, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<(https?:[^>]*)>/g, '$1')
    .replace(/^(\s*)- (?:\[.\] )?/gm, `$1${bullet}`)
    .replace(/^ +/gm, '')
    .replace(/ {2}\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n');

it.each([
  ['en', 'portfolio', ''],
  ['en', 'compact', '• '],
  ['fr', 'story', ''],
] as const)('gives the same entries (%s, %s)', async (language, style, bullet) => {
  const words = documentWordsFor(language);
  const page = copied(await renderReadme(material, words, { style, hasCards: true }), bullet);
  const { items } = readReadme(Buffer.from(page));
  expect(items.map(({ title }) => title)).toEqual([
    'Docker',
    'Redis',
    'Slow join',
    'Lost mails',
    'Cost of logs',
    'Write the test first',
  ]);
  expect(items).toMatchObject([
    { kind: 'technology', body: 'Runs the same: everywhere.', tags: ['docker'] },
    { kind: 'technology', body: 'A cache.\n\nAnd a queue.', link: 'https://redis.io/' },
    { body: 'It took ten seconds.\n\nAlways.', solution: 'Read the plan.' },
    { body: '', solution: 'A queue\nThree tries', tags: ['celery'] },
    { body: 'They grow.', solution: null },
    { kind: 'practice', body: '' },
  ]);
});

/** Every challenge with an accepted solution of the sample cohort. */
const sampled = [
  challengesOfWeek0,
  challengesOfWeek1,
  challengesOfWeek2,
  challengesOfWeek3,
  challengesOfWeek4,
  challengesOfWeek5,
].flat();
const samplePairs = (isOwn: boolean) =>
  sampled.flatMap((asked, index) => {
    const answer = sampled.find(
      (act) => asked.act === 'challenge' && act.act === 'solve' && act.challenge === asked.key,
    );
    if (asked.act !== 'challenge' || answer?.act !== 'solve') return [];
    const accepted = {
      ...solved(answer.solution),
      authorId: isOwn ? aminaId : '8',
      link: answer.link ?? null,
    };
    const tags = isOwn ? [] : (asked.tags ?? []);
    const { title, details: body } = asked;
    return [sharedChallenge({ number: index + 20, title, body, tags, card, accepted })];
  });
const inWords = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

it.each([
  ['with marks', false, true, ''],
  ['with marks and bullets', false, true, '• '],
  ['of one’s own, without tags', true, true, ''],
  ['without any mark', true, false, ''],
] as const)('gives every pair of the sample cohort %s', async (_, isOwn, hasCards, bullet) => {
  const challenges = samplePairs(isOwn);
  expect(challenges.length).toBeGreaterThan(15);
  for (const language of ['en', 'fr'] as const) {
    const text = await renderReadme(materialWith({ challenges }), documentWordsFor(language), {
      style: 'portfolio',
      hasCards,
    });
    const { items } = readReadme(Buffer.from(pastedPage(text, bullet)));
    const read = items.map(({ title, body, solution }) => [title, body, solution ?? ''].map(inWords));
    expect(read).toEqual(
      challenges.map(({ title, body, accepted }) =>
        [title, pastedPage(body), pastedPage(accepted?.body ?? '')].map(inWords),
      ),
    );
  }
});

it('takes nobody else’s document for one of ours', () => {
  expect(readPastedPage('# Nexus\n\n🧰 Tools\nDocker\n💬 #1\n')).toBeUndefined();
  expect(readPastedPage('Nexus\n🧰 Tools\nDocker\n')).toBeUndefined();
});
