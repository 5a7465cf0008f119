/** What gets past the guard: the verdict on what was typed and on what is stored agree, however an invitation hides. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntryService } from '../../../src/features/entries/entry-service.js';
import { Guard } from '../../../src/features/guard/guard.js';
import { comparable, KeywordMatcher } from '../../../src/features/guard/keyword-matcher.js';
import { likenessOf } from '../../../src/features/guard/likeness.js';
import { holdsInvitation, mentionsMany } from '../../../src/features/guard/pings.js';
import { holdsSecret } from '../../../src/features/secrets/index.js';
import { cleanLine, cleanLink, cleanText } from '../../../src/platform/text.js';
import { UserError } from '../../../src/platform/user-error.js';
import { tried } from '../../support/fuzz/runs.js';
import { inspector } from '../../support/inspector.js';
import { disguisedInvitation, nastyLink, nastyText } from '../../support/nasty-texts.js';
import { nobodyMuted } from '../../support/passing-guard.js';

const hidden = [
  'https://discord.gg/x1',
  'https://discord.gg:443/x1',
  'https://discord.gg:0443/x1',
  'https://discord。gg/x1',
  'https://discord．gg/x1',
  'https:\\\\discord.gg\\x1',
  'https:discord.gg/x1',
  'disc%6Frd.gg/x1',
  'https://disc%6Frd.gg/x1',
  'https://disc%256Frd.gg/x1',
  'discord.gg/%72%6f%62',
  'discord.gg//x1',
  'discord.gg/./x1',
  'discord.gg./x1',
  'discord\\.gg/x1',
  'discord\\.gg\\/x1',
  'disc\u180eord.gg/x1',
  'discord\u034f.gg/x1',
  'dis\u00adcord.g\u200bg/x1',
  'ｄｉｓｃｏｒｄ.ｇｇ/x1',
  'DISCORD.GG/x1',
  'https://a:b@discord.gg/x1',
  'https://discord.com/invite/x1',
  'https://discord.com:443//invite//x1',
  'https://discord.com/a/../invite/x1',
  'https://ptb.discord.com/invite/x1',
  'discordapp.com/invite/x1',
  'discord://-/invite/x1',
  'https://example.org/?to=https%3A%2F%2Fdiscord.gg%2Fx1',
  '[fun](<https://discord.gg/x1>)',
  '**discord**.gg/x1',
  '||discord||.gg/x1',
  'discord [.] gg / x1',
  'discord(.)gg/x1',
  'discord.gg\n/x1',
];

const harmless = [
  'I like Discord. GG everyone who helped.',
  'https://discord.com/developers/docs',
  'https://discord.js.org/docs',
  'https://mydiscord.gg/x1',
  'discord.gg',
  'See discord.com/channels/1/2 for the invite/x1 question',
];

describe('an invitation', () => {
  it.each(hidden)('is found in %s', (text) => {
    expect(holdsInvitation(text)).toBe(true);
    expect(holdsInvitation(`Come: ${text} now`)).toBe(true);
    expect(holdsInvitation(cleanText(text))).toBe(true);
  });

  it.each(hidden.filter(isLink))('is found in the link that %s is stored as', (link) => {
    expect(holdsInvitation(cleanLink(link) ?? '')).toBe(true);
  });

  it.each(harmless)('is not in %s', (text) => {
    expect(holdsInvitation(text)).toBe(false);
  });

  it('is found wherever the browser would go to it', () => {
    fc.assert(
      fc.property(disguisedInvitation, (typed) => {
        fc.pre(isLink(typed));
        const link = cleanLink(typed) ?? '';
        const { hostname, pathname } = new URL(link);
        fc.pre(/^(?:www\.)?discord\.gg\.?$/.test(hostname) && /^\/+[\w-]{2,}/.test(pathname));
        expect(holdsInvitation(typed)).toBe(true);
        expect(holdsInvitation(link)).toBe(true);
      }),
      { ...tried(3_000), maxSkipsPerRun: 10_000 },
    );
  });
});

describe('the verdict on what was typed and on what is stored', () => {
  const guard = (message?: string) =>
    new Guard({
      guilds: { settings: async () => ({ invitesAllowed: false, channelId: '1' }) as never },
      recent: { since: async () => [], placeOf: async () => undefined },
      autoModeration: {
        stopping: async (_guildId, texts) =>
          texts.map((one) =>
            Object.values(one).some((text) => text.includes('abc')) ? (message ?? null) : undefined,
          ),
      },
      inspector,
      cohortChannelOf: async () => undefined,
      clock: () => new Date(0),
    });
  const verdict = (texts: Record<string, string>) =>
    guard()
      .inspect('1', { id: '2' }, texts)
      .then(
        () => 'taken',
        (error: unknown) => (error instanceof UserError ? error.code : Promise.reject(error)),
      );

  it('agree for every text', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 9, arbitrary: nastyText }, { weight: 1, arbitrary: disguisedInvitation }),
        async (text) => {
          const typed = await verdict({ body: text });
          seen.add(typed);
          expect(await verdict({ body: cleanText(text) })).toBe(typed);
          expect(mentionsMany(cleanText(text))).toBe(mentionsMany(text));
          expect(holdsSecret(cleanText(text))).toBe(holdsSecret(text));
          expect(holdsInvitation(cleanLine(text))).toBe(holdsInvitation(text));
        },
      ),
      tried(3_000),
    );
    expect([...seen].sort()).toEqual([
      'auto-moderated',
      'invite-link',
      'mass-mention',
      'secret-found',
      'taken',
    ]);
  });

  it('agree for every link', async () => {
    let inserted: string | null = null;
    let count = 0;
    const store = {
      insert: async ({ link }: { link: string | null }) => {
        inserted = link;
        return { number: 1, held: false };
      },
    };
    const entries = new EntryService(store as never, () => new Date(0), guard(), nobodyMuted);
    await fc.assert(
      fc.asyncProperty(fc.oneof(nastyLink, disguisedInvitation), async (typed) => {
        fc.pre(isLink(typed));
        const stored = cleanLink(typed) ?? '';
        count += 1;
        const link = await entries
          .share(
            '1',
            { id: '2', displayName: 'Amina', isModerator: true },
            { kind: '', title: `Link ${count}`, body: '', tags: '', link: typed },
          )
          .then(
            () => 'taken',
            (error: unknown) => (error instanceof UserError ? error.code : Promise.reject(error)),
          );
        expect(await verdict({ link: stored })).toBe(link);
        if (link === 'taken') expect(inserted).toBe(stored);
        // Nothing is found in what is stored that was not there when it was typed.
        if (holdsInvitation(stored)) expect(holdsInvitation(typed)).toBe(true);
      }),
      { ...tried(3_000), maxSkipsPerRun: 10_000 },
    );
  });
});

describe('keywords', () => {
  const letters = fc.constantFrom('a', 'b', 'A', ' ', '-', 'é', '💡', '\u00ad', '\n', 'ة');
  const words = fc.array(letters, { maxLength: 5 }).map((parts) => parts.join(''));
  const keyword = fc
    .tuple(fc.boolean(), words, fc.boolean())
    .map(([before, word, after]) => `${before ? '*' : ''}${word}${after ? '*' : ''}`);

  it('are found as one by one in a plain way', () => {
    fc.assert(
      fc.property(
        fc.array(keyword, { maxLength: 6 }),
        fc.array(letters, { maxLength: 14 }),
        (keywords, parts) => {
          const text = comparable(parts.join('')).text;
          expect(new KeywordMatcher(keywords).isIn(text)).toBe(keywords.some((one) => isThere(one, text)));
        },
      ),
      tried(5_000),
    );
  });

  it('by the thousand take no longer than one', () => {
    const text = comparable('the quick brown fox '.repeat(10_000)).text;
    const many = new KeywordMatcher(
      Array.from({ length: 6_000 }, (_, index) => `*the quick brown fax${index}*`),
    );
    const begun = process.cpuUsage();
    expect(many.isIn(text)).toBe(false);
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(500);
  });

  /** As the rule says, a place at a time. */
  function isThere(raw: string, text: string): boolean {
    const word = comparable(raw.replace(/^\*+|\*+$/g, '').trim()).text;
    if (word === '') return false;
    const isInWord = (character: string | undefined) =>
      character !== undefined && /[\p{L}\p{N}\p{M}_]/u.test(character);
    for (let place = text.indexOf(word); place >= 0; place = text.indexOf(word, place + 1)) {
      const before = [...text.slice(0, place)].at(-1);
      const after = [...text.slice(place + word.length)][0];
      if ((raw.startsWith('*') || !isInWord(before)) && (raw.endsWith('*') || !isInWord(after))) return true;
    }
    return false;
  }
});

it('texts that differ by what nobody sees are the same', () => {
  expect(likenessOf('Docu\u00admen\u034ftation').digest).toBe(likenessOf('documentation').digest);
});

function isLink(typed: string): boolean {
  try {
    return cleanLink(typed) !== null;
  } catch {
    return false;
  }
}
