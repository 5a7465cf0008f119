/** Code as a message shows it: in fences, or as files when it is longer than a message. */
import { routes } from '../../components/routes.js';
import { button, note, row, text } from '../../discord/message/blocks.js';
import { filesView } from '../../discord/message/file-view.js';
import type { MessageView } from '../../discord/message/message-view.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { messageLink } from '../../platform/discord-links.js';
import { type CodeBlock, type FormattedCode, fileEndings } from './code-model.js';

/** All text of a message (UTF-16 units and bytes), with room for the line above and below. */
const textAtMost = 3_600;
const bytesAtMost = 7_600;
/** Components of a message, and its files. */
const blocksAtMost = 20;
const filesAtMost = 10;

/** For the member who asked alone; `draftId` lets the author post it. */
export function formattedView(
  words: Catalogue,
  guildId: string,
  code: FormattedCode,
  draftId?: string,
): MessageView {
  const { channelId, messageId, authorId } = code;
  const line = words.code.private(authorId, messageLink(guildId, channelId, messageId));
  const view = codeView(line, code.blocks);
  if (!draftId) return view;
  const post = button(routes.codePost.id({ draft: draftId }), words.buttons.postIt, { style: 'primary' });
  return { ...view, components: [...view.components, row(post)] };
}

/** For everyone in the channel. Its author can remove it again. */
export function postedView(words: Catalogue, guildId: string, code: FormattedCode): MessageView {
  const { channelId, messageId, authorId, blocks } = code;
  const view = codeView(words.code.posted(authorId, messageLink(guildId, channelId, messageId)), blocks);
  const remove = button(routes.codeRemove.id({ member: authorId }), words.buttons.delete);
  return { ...view, components: [...view.components, row(remove)] };
}

/** What stays where code was. */
export const removedView = (words: Catalogue): MessageView => note(words.code.removed);

function codeView(line: string, blocks: readonly CodeBlock[]): MessageView {
  const fences = blocks.map(({ language, code }) => `\`\`\`${language}\n${code}\n\`\`\``);
  const all = [line, ...fences].join('');
  const fits =
    all.length <= textAtMost && Buffer.byteLength(all) <= bytesAtMost && fences.length <= blocksAtMost;
  // Numbers such as `#12` in code are colours and comments, not entries.
  if (fits) return { isLinked: true, components: [text(line), ...fences.map(text)] };
  return { ...filesView(line, filesOf(blocks)), isLinked: true };
}

/** One for each block; what is too many goes into the last. */
function filesOf(blocks: readonly CodeBlock[]) {
  const first = blocks.slice(0, filesAtMost - 1);
  const last = blocks.slice(filesAtMost - 1);
  const [{ language } = { language: '' }] = last;
  const all =
    last.length === 0 ? first : [...first, { language, code: last.map(({ code }) => code).join('\n\n') }];
  return all.map(({ language: named, code }, index) => ({
    name: `code-${index + 1}.${endingOf(named)}`,
    content: `${code}\n`,
  }));
}

const endingOf = (language: string): string =>
  Object.hasOwn(fileEndings, language) ? fileEndings[language as keyof typeof fileEndings] : 'txt';
