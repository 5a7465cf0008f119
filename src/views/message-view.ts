/** What a view makes: a Components V2 message as plain data, and a form. */
import type { APIMessageTopLevelComponent, APIModalInteractionResponseCallbackData } from 'discord.js';

export interface MessageFile {
  name: string;
  content: string | Buffer;
}

export interface MessageView {
  /** Always Components V2: at most 40 components and 4,000 characters of text in all. */
  components: APIMessageTopLevelComponent[];
  files?: MessageFile[];
  /** The only members this message may ping. */
  mentions?: readonly string[];
  /** The only roles this message may ping. */
  mentionedRoles?: readonly string[];
}

export type FormView = APIModalInteractionResponseCallbackData;
