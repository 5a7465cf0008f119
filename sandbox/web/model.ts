/** What the parts of the page share: people and places by name, and what can be done with a message. */
import type { APIMessage } from 'discord-api-types/v10';
import type { PlaceRights } from '../client/places.js';

export type Message = APIMessage;

export interface Person {
  id: string;
  /** As shown in this guild: nickname, else display name, else user name. */
  name: string;
  username: string;
  isBot: boolean;
  /** CSS colour of their highest coloured role. */
  color?: string;
  roleIds: readonly string[];
}

export interface Channel {
  id: string;
  name: string;
  /** Discord's channel type: 0 text, 4 category, 11 public thread, … */
  type: number;
  parentId: string | null;
  topic?: string | null;
  /** What the viewer may do with messages there. */
  can: Pick<PlaceRights, 'send' | 'manageMessages' | 'addReactions'>;
}

export interface Role {
  id: string;
  name: string;
  /** CSS colour. */
  color?: string;
}

/** Names and times as the viewer sees them; reading it in a component subscribes the component to changes. */
export interface Lookup {
  /** The member the page is used as. */
  viewer: Person;
  person(id: string): Person | undefined;
  channel(id: string): Channel | undefined;
  role(id: string): Role | undefined;
  /** What the viewer may choose from, in the order Discord shows. */
  people: readonly Person[];
  channels: readonly Channel[];
  roles: readonly Role[];
  /** Custom emoji of the guild. */
  emojis: readonly { id: string; name: string }[];
  /** Milliseconds since 1970 by the sandbox's clock; changes with every minute and every move of the clock. */
  now: number;
}

/** What the viewer can do with messages; each resolves when the sandbox has answered and never rejects. */
export interface MessageActions {
  click(message: Message, customId: string): Promise<void>;
  choose(message: Message, customId: string, values: string[]): Promise<void>;
  react(message: Message, emoji: string, remove: boolean): Promise<void>;
  /** Votes in a message's poll; for no answer, the vote is taken back. */
  vote(message: Message, answers: number[]): Promise<void>;
  /** Takes away an ephemeral message. */
  dismiss(message: Message): Promise<void>;
  remove(message: Message): Promise<void>;
  edit(message: Message, content: string): Promise<void>;
  reply(message: Message): void;
  /** Opens the menu of a message's commands ('Apps') beside an element. */
  openMessageMenu(message: Message, anchor: HTMLElement): void;
  openPerson(userId: string, anchor: HTMLElement): void;
  openChannel(channelId: string, messageId?: string): void;
}
