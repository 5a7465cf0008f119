/** What lies over the page right now: a person's card, a menu, a drawer on a small window, a panel, a question. */
import { signal } from '@preact/signals';
import type { Message } from '../model.js';

export class Overlays {
  readonly person = signal<{ userId: string; anchor: HTMLElement } | undefined>(undefined);
  readonly personMenu = signal<{ userId: string; anchor: HTMLElement } | undefined>(undefined);
  readonly messageMenu = signal<{ message: Message; anchor: HTMLElement } | undefined>(undefined);
  /** The message whose deletion is asked about. */
  readonly removal = signal<Message | undefined>(undefined);
  /** The message that a thread is opened from. */
  readonly newThread = signal<Message | undefined>(undefined);
  /** On a small window the places and the members are drawers. */
  readonly drawer = signal<'places' | 'members' | undefined>(undefined);
  /** Whether the member list stands beside the messages of a large window. */
  readonly hasMembers = signal(true);
  /** The developer tools, by the tab they were opened with. */
  readonly devtools = signal<'requests' | 'trouble' | undefined>(undefined);
  readonly isAskingForReset = signal(false);
}
