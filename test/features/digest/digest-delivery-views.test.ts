/** What of the digest reaches people besides the channel's own: direct messages, nudges, words of trouble. */
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../sandbox/server/validation/index.js';
import { messageBody } from '../../../src/discord/message/message-body.js';
import type { MessageView } from '../../../src/discord/message/message-view.js';
import { digestReasons } from '../../../src/entities/digest.js';
import { digestMailView } from '../../../src/features/digest/digest-mail-view.js';
import { digestNudgeView } from '../../../src/features/digest/digest-nudge-view.js';
import { digestTroubleView } from '../../../src/features/digest/digest-trouble-view.js';
import { digestView } from '../../../src/features/digest/digest-view.js';
import { en } from '../../../src/locales/en/index.js';
import { card, end, week } from '../../support/digest-content.js';

const refused = (view: MessageView) =>
  refusalOf({ method: 'POST', route: '/channels/{channel_id}/messages', body: messageBody(view).body });
const customIds = (view: MessageView) =>
  [...JSON.stringify(view.components).matchAll(/"custom_id":"([^"]+)"/g)].map(([, id]) => id);

describe('a digest by direct message', () => {
  it('keeps its words and links, and of its controls Unsubscribe alone', () => {
    const view = digestMailView(en, week(), card);
    expect(refused(view)).toBeUndefined();
    const said = JSON.stringify(view.components);
    expect(said).toContain('Indexes are not free');
    expect(said).toContain('Jest hangs after tests');
    expect(said).toContain(
      `https://discord.com/channels/100000000000000001/${card.channelId}/${card.messageId}`,
    );
    expect(customIds(view)).toEqual([
      `n1:digest-unsubscribe:100000000000000001:${end.getTime().toString(36)}`,
    ]);
  });
});

describe('a role', () => {
  it('is named above the digest, and is all that it pings', () => {
    const view = digestView(en, week(), { roleId: '710000000000000002' });
    expect(refused(view)).toBeUndefined();
    expect(JSON.stringify(view.components[0])).toContain('<@&710000000000000002>');
    expect(messageBody(view).body.allowed_mentions).toEqual({
      parse: [],
      users: [],
      roles: ['710000000000000002'],
    });
    expect(messageBody(digestView(en, week())).body.allowed_mentions).toEqual({ parse: [], users: [] });
  });
});

it('a nudge can be found again by its period', () => {
  const view = digestNudgeView(en, week());
  expect(refused(view)).toBeUndefined();
  expect(customIds(view)).toEqual([`n1:digest-share:${end.getTime().toString(36)}`]);
});

it('names every failure with its fix', () => {
  for (const reason of digestReasons) {
    for (const channelId of ['18446744073709551615', null]) {
      const trouble = { reason, channelId, periodEnd: end, retryAt: end };
      const view = digestTroubleView(en, trouble, '*'.repeat(100));
      expect(refused(view)).toBeUndefined();
      expect(JSON.stringify(view)).not.toMatch(/undefined|null/);
    }
  }
});
