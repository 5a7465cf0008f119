/** Pages and changes of a channel's messages come together without gaps, doubles or losses. */
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../sandbox/web/model.js';
import {
  EMPTY,
  type History,
  withChange,
  withMessage,
  withNewest,
  withOlder,
  withoutMessage,
} from '../../../sandbox/web/state/history.js';
import { Messages } from '../../../sandbox/web/state/messages.js';

function message(id: number, content = ''): Message {
  return { id: String(id), content } as Message;
}

const page = (from: number, to: number, hasOlder = false) => ({
  messages: Array.from({ length: to - from + 1 }, (_, index) => message(from + index)),
  hasOlder,
});
const ids = (history: History) => history.messages.map(({ id }) => Number(id));

describe('the history of a channel', () => {
  const known = withNewest(EMPTY, page(8, 12, true));

  it('grows at its front by older pages, each message once', () => {
    const grown = withOlder(known, page(5, 9));
    expect(ids(grown)).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
    expect(grown.hasOlder).toBe(false);
  });

  it('puts messages where their ids say, 9 before 10', () => {
    const loaded = withNewest(EMPTY, page(8, 9));
    const fed = [10, 12, 11].reduce((history, id) => withMessage(history, message(id)), loaded);
    expect(ids(fed)).toEqual([8, 9, 10, 11, 12]);
  });

  it('changes a message in place and leaves the others the same objects', () => {
    const changed = withChange(known, message(9, 'new'));
    expect(changed.messages[1]?.content).toBe('new');
    expect(changed.messages[0]).toBe(known.messages[0]);
  });

  it('does not take in a change of a message it never had, nor one from before what it has', () => {
    expect(withChange(known, message(3, 'old'))).toBe(known);
    expect(withMessage(known, message(3))).toBe(known);
  });

  it('reads the newest page again: what is gone is gone, what is the same stays the same object', () => {
    const again = withNewest(known, { messages: [9, 11, 12, 13].map((id) => message(id)), hasOlder: true });
    expect(ids(again)).toEqual([8, 9, 11, 12, 13]);
    expect(again.messages[1]).toBe(known.messages[1]);
  });

  it('lets go of what it had when the new page does not reach back to it', () => {
    const again = withNewest(known, page(20, 25, true));
    expect(ids(again)).toEqual([20, 21, 22, 23, 24, 25]);
    expect(again.hasOlder).toBe(true);
  });

  it('keeps nothing before a page that is the whole channel', () => {
    expect(ids(withNewest(known, page(11, 12)))).toEqual([11, 12]);
  });

  it('forgets a message', () => {
    expect(ids(withoutMessage(known, '10'))).toEqual([8, 9, 11, 12]);
  });
});

describe('the messages of the channels', () => {
  function reader() {
    const answers: ((page: { messages: Message[]; hasOlder: boolean }) => void)[] = [];
    const asked: unknown[] = [];
    const messages = new Messages(
      (channelId, range) => {
        asked.push([channelId, range]);
        return new Promise((resolve) => answers.push(resolve));
      },
      (error) => {
        throw error;
      },
    );
    return {
      messages,
      asked,
      answer: (given: { messages: Message[]; hasOlder: boolean }) => answers.shift()?.(given),
    };
  }
  const event = (id: number, content = '') => ({ channelId: '1', message: message(id, content) });
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

  it('keeps what came while a page was on its way', async () => {
    const { messages, answer } = reader();
    const opened = messages.open('1');
    await settled();
    messages.take('message', event(13));
    messages.remove({ channelId: '1', messageId: '11' });
    answer(page(10, 12));
    await opened;
    expect(ids(messages.of('1').value)).toEqual([10, 12, 13]);
  });

  it('reads a channel once, however often it is opened at the same time', async () => {
    const { messages, asked, answer } = reader();
    const opened = [messages.open('1'), messages.open('1')];
    await settled();
    answer(page(10, 12));
    await Promise.all(opened);
    expect(asked).toEqual([['1', { limit: 50 }]]);
  });

  it('asks for older ones before the first it has, and not when there are none', async () => {
    const { messages, asked, answer } = reader();
    const opened = messages.open('1');
    await settled();
    answer(page(10, 12, true));
    await opened;
    const older = messages.loadOlder('1');
    await settled();
    answer(page(8, 9));
    await older;
    await messages.loadOlder('1');
    expect(asked).toEqual([
      ['1', { limit: 50 }],
      ['1', { limit: 50, before: '10' }],
    ]);
    expect(ids(messages.of('1').value)).toEqual([8, 9, 10, 11, 12]);
  });

  it('reads again what is shown after the stream was lost, and the rest when it is opened', async () => {
    const { messages, asked, answer } = reader();
    for (const channelId of ['1', '2']) {
      const opened = messages.open(channelId);
      await settled();
      answer(page(10, 12));
      await opened;
    }
    const again = messages.readAgain(['1']);
    await settled();
    answer(page(10, 14));
    await again;
    expect(ids(messages.of('1').value)).toEqual([10, 11, 12, 13, 14]);
    expect(asked).toHaveLength(3);
    const opened = messages.open('2');
    await settled();
    answer(page(10, 15));
    await opened;
    expect(ids(messages.of('2').value)).toHaveLength(6);
  });

  it('takes in no page that was asked for before everything was forgotten', async () => {
    const { messages, answer } = reader();
    const opened = messages.open('1');
    await settled();
    messages.forget();
    answer(page(10, 12));
    await opened;
    expect(messages.of('1').value).toEqual(EMPTY);
  });
});
