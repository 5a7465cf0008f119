/** Messages and forms as `npm run say` prints them. */
import { describe, expect, it } from 'vitest';
import type { Message, Modal } from '../../../sandbox/client.js';
import { Markup } from '../../../scripts/say/markup.js';
import { Page } from '../../../scripts/say/page.js';

const now = Date.parse('2026-08-12T12:30:00Z');
const seconds = now / 1000;
const markup = new Markup(
  {
    users: [{ id: '11', username: 'amina', displayName: 'Amina' }],
    bots: [{ id: '12', name: 'Nexus', connected: true }],
    guilds: [
      {
        id: '1',
        name: 'Cohort',
        ownerId: '11',
        locale: 'en-US',
        roles: [{ id: '21', name: 'Moderator', permissions: [] }],
        channels: [{ id: '31', name: 'help', type: 0, parentId: null }],
        members: [],
      },
    ],
  },
  now,
);

describe('markup', () => {
  it('names members, roles, channels and commands, and leaves unknown ones unchanged', () => {
    expect(markup.plain('<@11> <@!12> <@&21> <#31> </admin setup:99> <@77>')).toBe(
      '@amina @Nexus @Moderator #help /admin setup <@77>',
    );
  });

  it('shows times, and how far away they are', () => {
    expect(markup.plain(`<t:${seconds}:f>, <t:${seconds}:D>`)).toBe('12 Aug 2026, 15:30, 12 Aug 2026');
    expect(markup.plain(`<t:${seconds - 3 * 86_400}:R>, <t:${seconds + 7_200}:R>`)).toBe(
      '3 days ago, in 2 hours',
    );
  });

  it('removes what only a client shows: small print, links between messages, escapes', () => {
    expect(markup.plain('-# small\n[#3](https://discord.com/channels/1/2/3) \\*not bold\\*')).toBe(
      'small\n#3 *not bold*',
    );
  });
});

describe('a page', () => {
  it('numbers buttons and selects across all messages, and leaves out what cannot be used', () => {
    const page = new Page(markup);
    page.message(
      message('51', [text('### One'), row(button('Helpful 2', 'a'), button('Next', 'b', true))]),
      'First:',
    );
    const select = {
      type: 3,
      custom_id: 'c',
      placeholder: 'Period',
      options: [{ label: 'Week', value: 'week', default: true }],
    };
    page.message(
      message('52', [{ type: 9, components: [text('Two')], accessory: button('View', 'd') }, row(select)]),
      'Second:',
    );
    expect(page.text.split('\n')).toEqual([
      'First:',
      '  ### One',
      '  [1] Helpful 2  (Next, not now)',
      'Second:',
      '  Two',
      '  [2] View',
      '  [3] Period (choose: Week ✓)',
    ]);
    expect(page.controls.map(({ kind, customId, messageId }) => `${kind} ${customId} ${messageId}`)).toEqual([
      'button a 51',
      'button d 52',
      'select c 52',
    ]);
  });

  it('shows the fields of a form by the names that submit accepts', () => {
    const page = new Page(markup);
    page.form({
      exchangeId: '1',
      custom_id: 'form',
      title: 'Edit #3',
      components: [
        {
          type: 18,
          label: 'Kind',
          component: { type: 3, custom_id: 'kind', options: [{ label: 'A', value: 'a', default: true }] },
        },
        {
          type: 18,
          label: 'Text',
          component: { type: 4, custom_id: 'body', value: 'one\ntwo', required: false, max_length: 90 },
        },
      ],
    } satisfies Modal);
    expect(page.text.split('\n').slice(0, -1)).toEqual([
      'Form: Edit #3',
      '  kind  Kind (required; one of a)',
      '      = a',
      '  body  Text (optional; at most 90 characters)',
      '      = one',
      '        two',
    ]);
  });
});

const text = (content: string) => ({ type: 10, content });
const row = (...components: object[]) => ({ type: 1, components });
const button = (label: string, customId: string, disabled = false) => ({
  type: 2,
  style: 2,
  label,
  custom_id: customId,
  disabled,
});

function message(id: string, components: object[]): Message {
  return { id, channel_id: '31', components: [{ type: 17, components }] } as unknown as Message;
}
