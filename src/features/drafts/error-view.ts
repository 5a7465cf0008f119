/** What a member sees when something did not work: one sentence, and their own text back. */
import { ComponentType } from 'discord.js';
import { routes } from '../../components/routes.js';
import { accents, button, container, row, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import type { Catalogue } from '../../locales/catalogue.js';

/** Text up to this is shown in the message itself, longer text comes as a file (UTF-16 units). */
const shownAtMost = 1_500;

const fileName = 'your-text.txt';

/** Fields that are chosen rather than typed. */
const chosen = [
  'number',
  'kind',
  'track',
  'consent',
  'reportReason',
  'source',
  'as',
  'challenge',
  'project',
  'lookingFor',
  'picture',
];

/**
 * The sentence, and when the member had typed something, their text with a button that opens the form again. There is
 * none without an id, or for a solution to no challenge in particular: a form answers one.
 */
export function errorView(
  words: Catalogue,
  sentence: string,
  draft?: { id?: string; fields: Record<string, string> },
): MessageView {
  if (!draft) return { components: [container(accents.trouble, text(sentence))] };
  const typed = Object.entries(draft.fields)
    .filter(([name, value]) => value !== '' && !chosen.includes(name))
    .map(([, value]) => value)
    .join('\n\n');
  const again =
    draft.id && draft.fields['number'] !== ''
      ? [
          row(
            button(routes.openDraft.id({ draft: draft.id }), words.buttons.openFormAgain, {
              style: 'primary',
            }),
          ),
        ]
      : [];
  if (typed === '') return { components: [container(accents.trouble, text(sentence), ...again)] };
  if (typed.length > shownAtMost) {
    return {
      components: [
        container(
          accents.trouble,
          text(sentence),
          text(words.general.textBackAsFile),
          { type: ComponentType.File, file: { url: `attachment://${fileName}` } },
          ...again,
        ),
      ],
      files: [{ name: fileName, content: typed }],
    };
  }
  // A fence inside the text would end ours early: a zero-width space keeps it apart.
  const fenced = `\`\`\`\n${typed.replaceAll('```', '`\u200b``')}\n\`\`\``;
  return {
    components: [
      container(accents.trouble, text(sentence), text(`${words.general.textBack}\n${fenced}`), ...again),
    ],
  };
}
