/** Up to where the viewer has read each channel, kept in this browser. */
import { signal } from '@preact/signals';
import type { PlaceChannel } from '../../client/places.js';
import { keepText, keptText } from './kept.js';
import { compareIds } from './order.js';

type Marks = { [channelId: string]: string };

export class Unread {
  private readonly marks = signal<Marks>({});
  private key = '';

  /** Takes up what one person has read. */
  load(personId: string): void {
    this.key = `read:${personId}`;
    try {
      this.marks.value = JSON.parse(keptText(this.key) ?? '{}') as Marks;
    } catch {
      this.marks.value = {};
    }
  }

  /** What was there when a channel was first seen is not news. */
  baseline(channels: Iterable<PlaceChannel>): void {
    const marks = { ...this.marks.peek() };
    let isMore = false;
    for (const { id, lastMessageId } of channels) {
      if (marks[id] !== undefined) continue;
      marks[id] = lastMessageId ?? '0';
      isMore = true;
    }
    if (isMore) this.keep(marks);
  }

  isUnread({ id, lastMessageId }: PlaceChannel): boolean {
    const mark = this.marks.value[id];
    return mark !== undefined && lastMessageId !== null && compareIds(lastMessageId, mark) > 0;
  }

  /** The id up to which a channel was read. */
  readUpTo(channelId: string): string | undefined {
    return this.marks.peek()[channelId];
  }

  read(channelId: string, messageId: string): void {
    const mark = this.marks.peek()[channelId];
    if (mark !== undefined && compareIds(messageId, mark) <= 0) return;
    this.keep({ ...this.marks.peek(), [channelId]: messageId });
  }

  forget(): void {
    this.keep({});
  }

  private keep(marks: Marks): void {
    this.marks.value = marks;
    keepText(this.key, JSON.stringify(marks));
  }
}
