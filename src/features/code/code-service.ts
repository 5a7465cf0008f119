/** `Format as code`: what of a message is shown as code, and when its author may post that. */
import { UserError } from '../../platform/user-error.js';
import type { ChatMessage } from '../capture/index.js';
import type { DraftService } from '../drafts/index.js';
import type { Guard, MuteService, Writer } from '../guard/index.js';
import { codeBlocksIn } from './code-blocks.js';
import type { CodeRefusal, FormattedCode } from './code-model.js';

/** What the drafts of formatted code are called. */
const form = 'formatted-code';

export interface CodeParts {
  drafts: Pick<DraftService, 'keep' | 'open' | 'discard'>;
  guard: Pick<Guard, 'inspect' | 'requirePace'>;
  mutes: Pick<MuteService, 'requireUnmuted'>;
}

/** Who posts, and whether Discord lets them write where they are. */
export type Poster = Writer & { isModerator?: boolean; canWrite: boolean };

export class CodeService {
  constructor(private readonly parts: CodeParts) {}

  /**
   * The code in a message, tidied. Its author gets a draft of it, to post where they may write.
   * @throws UserError `code-not-formatted`
   */
  async format(
    guildId: string,
    reader: { id: string; canWrite: boolean },
    message: ChatMessage,
  ): Promise<{ code: FormattedCode; draftId?: string }> {
    const { id: messageId, channelId, authorId, isAutomatic, isSystem, text } = message;
    if (isAutomatic || isSystem) throw refusal('automatic');
    const { blocks, isTidy } = codeBlocksIn(text);
    if (blocks.length === 0) throw refusal('no-code');
    if (isTidy) throw refusal('formatted');
    const code: FormattedCode = { blocks, channelId, messageId, authorId };
    if (authorId !== reader.id || !reader.canWrite) return { code };
    return { code, draftId: await this.parts.drafts.keep(guildId, reader.id, form, { code }) };
  }

  /**
   * What its author posts, once: the draft is used up.
   * @throws UserError `muted`, `draft-gone`, `cannot-write-here`, `too-often`, and as `Guard.inspect`
   */
  async post(guildId: string, poster: Poster, draftId: string): Promise<FormattedCode> {
    const { drafts, guard, mutes } = this.parts;
    await mutes.requireUnmuted(guildId, poster.id);
    const { form: draftForm, fields } = await drafts.open(guildId, poster.id, draftId);
    if (draftForm !== form) throw new UserError('draft-gone', {});
    if (!poster.canWrite) throw new UserError('cannot-write-here', {});
    const code = fields['code'] as FormattedCode;
    await guard.inspect(
      guildId,
      poster,
      Object.fromEntries(code.blocks.map((block, index) => [`code ${index + 1}`, block.code])),
    );
    guard.requirePace(guildId, poster);
    await drafts.discard(guildId, poster.id, draftId);
    return code;
  }

  /** @throws UserError `not-your-code` for anyone but its author and moderators */
  requireRemovable({ id, isModerator }: { id: string; isModerator: boolean }, authorId: string): void {
    if (id !== authorId && !isModerator) throw new UserError('not-your-code', {});
  }
}

const refusal = (why: CodeRefusal) => new UserError('code-not-formatted', { why });
