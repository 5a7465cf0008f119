/** What a view makes: a Components V2 message as plain data, and a form. */
import type { APIMessageTopLevelComponent, APIModalInteractionResponseCallbackData } from 'discord.js';
import type { CardPlace } from '../../entities/card.js';

export interface MessageFile {
  name: string;
  content: string | Buffer;
  /** What it shows, for those who can't see it. */
  description?: string | undefined;
}

export interface MessageView {
  /** Always Components V2: at most 40 components and 4,000 characters of text in all. */
  components: APIMessageTopLevelComponent[];
  files?: MessageFile[];
  /** Files of the message that is edited; those that aren't named here go. */
  kept?: readonly { id: string; name: string }[];
  /** Numbers of entries in it are left as they are. */
  isLinked?: boolean;
  /** Cards of entries it mentions, as far as they are known; null for an entry without one. */
  places?: ReadonlyMap<number, CardPlace | null>;
  /** The only members this message may ping. */
  mentions?: readonly string[];
  /** The only roles this message may ping. */
  mentionedRoles?: readonly string[];
}

export type FormView = APIModalInteractionResponseCallbackData;
