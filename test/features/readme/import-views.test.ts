/** The preview of a README and the card that sums it up: within Discord's limits whatever they hold, and plain. */
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../sandbox/server/validation/index.js';
import { messageBody } from '../../../src/discord/message/message-body.js';
import type { MessageView } from '../../../src/discord/message/message-view.js';
import type {
  ImportPreview,
  ImportSummary,
  PreviewItem,
  ShownImport,
} from '../../../src/features/readme/import-model.js';
import { importPreviewView } from '../../../src/features/readme/import-preview-view.js';
import { importDoneView, importSummaryView } from '../../../src/features/readme/import-summary-view.js';
import { en } from '../../../src/locales/en/index.js';
import { skipReasons } from '../../../src/readme/readme-document.js';
import { item, pair, technology } from '../../support/readme-document.js';

const id = '00000000-0000-4000-8000-000000000000';

const previewItem = (changes: Partial<PreviewItem> & { title: string }): PreviewItem => ({
  ...item(changes),
  fingerprint: 'a'.repeat(64),
  mark: 'new',
  alike: null,
  isKept: true,
  ...changes,
});

const shownImport = (
  items: PreviewItem[],
  changes: Partial<ImportPreview> = {},
  doneBefore: Date | null = null,
): ShownImport => ({
  id,
  fileName: 'README.md',
  doneBefore,
  preview: {
    items,
    skipped: [],
    profile: { track: null, projectName: null, summary: null, objective: null, repository: null },
    isRepaired: false,
    withOpenChallenges: true,
    fillsProfile: false,
    ...changes,
  },
});

const summary = (changes: Partial<ImportSummary> = {}): ImportSummary => ({
  id,
  guildId: '700000000000000001',
  memberId: '800000000000000001',
  fileName: 'README.md',
  entryCount: 47,
  pairCount: 5,
  knownCount: 0,
  counts: { technology: 30, concept: 12 },
  pairs: [{ number: 12, title: 'CORS **blocks** it', solution: 'Allow its origin\n\n# Loud' }],
  technologies: ['Django', 'Docker'],
  review: 'published',
  card: { channelId: '720000000000000001', messageId: '730000000000000001' },
  ...changes,
});

/** Every string that is shown, and labels of buttons with ` off` where they cannot be pressed. */
function shown(view: MessageView): string {
  const found: string[] = [];
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    else if (typeof part === 'object' && part !== null) {
      const { content, label, disabled, placeholder, ...rest } = part as Record<string, unknown>;
      for (const text of [content, placeholder]) if (typeof text === 'string') found.push(text);
      if (typeof label === 'string') found.push(`[${label}${disabled ? ' off' : ''}]`);
      visit(Object.values(rest));
    }
  };
  visit(view.components);
  return found.join('\n');
}

function expectAccepted(view: MessageView) {
  const body = JSON.parse(JSON.stringify(messageBody(view).body));
  expect(refusalOf({ method: 'POST', route: '/channels/{channel_id}/messages', body })).toBeUndefined();
}

describe('a preview', () => {
  it('tells counts, what was put right and left out, and each entry with where it stood', () => {
    const view = importPreviewView(
      en,
      shownImport(
        [
          previewItem(pair('CORS', 'Allow its origin')),
          previewItem(
            technology('Docker', { section: 'Containerization', body: 'Runs the same\neverywhere' }),
          ),
          previewItem({ title: 'Redis', mark: 'imported', alike: 12, isKept: false }),
          previewItem({ title: 'Not mine', isKept: false }),
        ],
        {
          isRepaired: true,
          skipped: [
            { source: 'Badges', reason: 'badges' },
            { source: 'About', reason: 'programme' },
          ],
        },
        new Date('2026-03-04T09:00:00Z'),
      ),
      { page: 0 },
    );
    const text = shown(view);
    expect(text).toContain(
      'I found **2 entries** to import: 1 challenge with its solution and 1 technology.',
    );
    expect(text).toContain('so I repaired it');
    expect(text).toContain('You imported this file <t:1772614800:R>');
    expect(text).toContain(
      'Left out: badges and pictures (“Badges”) and text about the programme itself (“About”).',
    );
    expect(text).toContain('🧩 **CORS**\n✅ Allow its origin\n-# Challenges');
    expect(text).toContain('🧰 **Docker** – Runs the same everywhere\n-# Technologies › Containerization');
    expect(text).toContain('~~Redis~~\n-# Key concepts · you already have this: #12');
    expect(text).toContain('~~Not mine~~\n-# Key concepts · dropped');
    expect(text).toContain('[Import all 2]');
    expect(text).not.toContain('Next');
    expectAccepted(view);
  });

  it('asks about challenges without a solution, and follows the answer', () => {
    const items = [previewItem(pair('Nobody knows', null)), previewItem({ title: 'A concept' })];
    const asked = shown(importPreviewView(en, shownImport(items), { page: 0 }));
    expect(asked).toContain('One challenge has no solution.');
    expect(asked).toContain('[Import all 2]');
    expect(asked).toContain('[Import them too off]');
    const without = shown(
      importPreviewView(en, shownImport(items, { withOpenChallenges: false }), { page: 0 }),
    );
    expect(without).toContain('~~Nobody knows~~');
    expect(without).toContain('[Import all 1]');
    expect(without).toContain('[Leave them out off]');
  });

  it('offers the kinds of the entry that was picked', () => {
    const items = [previewItem(technology('Docker')), previewItem(pair('CORS', 'Allow it'))];
    const view = importPreviewView(en, shownImport(items), { page: 0, picked: 0 });
    expect(shown(view)).toContain('What is “Docker”?');
    expect(shown(importPreviewView(en, shownImport(items), { page: 0, picked: 1 }))).not.toContain('What is');
    expectAccepted(view);
  });

  it('offers the profile only where the document says something of it', () => {
    const profile = { ...shownImport([]).preview.profile, projectName: 'Nexus' };
    const items = [previewItem({ title: 'A concept' })];
    expect(shown(importPreviewView(en, shownImport(items), { page: 0 }))).not.toContain('profile');
    expect(shown(importPreviewView(en, shownImport(items, { profile }), { page: 0 }))).toContain(
      '[Also fill my profile]',
    );
  });

  it('cannot be imported when there is nothing new in it', () => {
    const known = previewItem({ title: 'Known', mark: 'imported', alike: 3, isKept: false });
    const view = importPreviewView(en, shownImport([known]), { page: 0 });
    expect(shown(view)).toContain('nothing new to import');
    expect(shown(view)).toContain('[Import all off]');
    expectAccepted(view);
  });

  it.each([0, 12, 29, 999])('stays within the limits on page %i of 300 of the longest entries', (page) => {
    const wide = '𝒲'.repeat(60);
    const items = Array.from({ length: 300 }, (_, index) => {
      const texts = { title: index % 2 ? wide : '*_~`[@everyone](http://x)'.padEnd(120, '>'), source: wide };
      const marks = { alike: 2_147_483_647, mark: 'shared', section: wide } as const;
      return previewItem(
        index % 3 === 0
          ? { ...pair(texts.title, index % 2 ? null : 'x'.repeat(4_000)), ...texts, ...marks }
          : { ...texts, ...marks },
      );
    });
    const view = importPreviewView(
      en,
      shownImport(
        items,
        {
          isRepaired: true,
          skipped: skipReasons.map((reason) => ({ source: wide, reason })),
          profile: { ...shownImport([]).preview.profile, projectName: 'Nexus' },
        },
        new Date(),
      ),
      { page, picked: page * 10 + 1 },
    );
    expectAccepted(view);
    expect(shown(view)).toContain('of 30');
    // In texts; labels of options are never Markdown.
    const texts = shown(view).replace(/^\[.*\]$/gm, '');
    expect(/(?<!\\)\]\(http:/.test(texts)).toBe(false);
  });
});

describe('the card of an import', () => {
  it('shows the pairs first, then the technologies on a line', () => {
    const view = importSummaryView(en, summary());
    const text = shown(view);
    expect(text).toContain('<@800000000000000001> imported their README');
    expect(text).toContain('5 challenges with their solutions, 30 technologies, and 12 concepts');
    expect(text).toContain('**CORS \\*\\*blocks\\*\\* it** · #12\n>>> Allow its origin\nLoud');
    expect(text).toContain('and 4 more pairs');
    expect(text.indexOf('CORS')).toBeLessThan(text.indexOf('🧰 Django · Docker'));
    expect(view.mentions).toBeUndefined();
    expectAccepted(view);
  });

  it('stays within the limits for the longest texts, and pings nobody', () => {
    const long = '@everyone '.repeat(400);
    const view = importSummaryView(
      en,
      summary({
        pairs: [1, 2, 3].map((number) => ({
          number,
          title: long.slice(0, 120),
          solution: long.slice(0, 4_000),
        })),
        technologies: Array.from({ length: 40 }, (_, index) => `${index} ${'𝒲'.repeat(58)}`),
        counts: {
          technology: 9,
          concept: 9,
          practice: 9,
          takeaway: 9,
          collaboration: 9,
          resource: 9,
          goal: 9,
          challenge: 9,
        },
      }),
    );
    expectAccepted(view);
    expect(shown(view)).not.toContain('@everyone');
  });

  it('is linked in what the member is told, or said to be missing', () => {
    expect(shown(importDoneView(en, summary({ knownCount: 2 })))).toBe(
      'Imported: **47 entries**, 5 challenges with their solutions among them. 2 of its entries were here already. The card in the channel: https://discord.com/channels/700000000000000001/720000000000000001/730000000000000001',
    );
    expect(shown(importDoneView(en, summary({ card: null })))).toContain('/admin doctor');
    expect(
      shown(importDoneView(en, summary({ entryCount: 0, pairCount: 0, knownCount: 47, card: null }))),
    ).toBe('It contained nothing new, so nothing was imported. 47 of its entries were here already.');
  });
});
