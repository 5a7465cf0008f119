/** The earlier versions of an entry, newest first, as many as fit in a message. */

import { accents, container, divider, note, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escapeTitle, safeMarkdown, shorten, timestamp } from '../../discord/message/text.js';
import type { Revision } from '../../entities/revision.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { EntryDetails } from './entry-model.js';

/** Versions shown, and how much of each (UTF-16 units); together they stay below a message's 4,000. */
const shown = 6;
const bodyShown = 420;

export function historyView(
  words: Catalogue,
  entry: EntryDetails,
  revisions: readonly Revision[],
): MessageView {
  if (revisions.length === 0) return note(words.entries.historyEmpty(entry.number));
  return {
    components: [
      container(
        accents.quiet,
        text(words.entries.history(entry.number)),
        ...revisions
          .slice(0, shown)
          .flatMap((revision) => [
            divider(),
            text(
              [
                words.entries.historyVersion(revision.revision, timestamp(revision.writtenAt, 'f')),
                ...(revision.title ? [`**${shorten(escapeTitle(revision.title), 130)}**`] : []),
                ...(revision.body ? [shorten(safeMarkdown(revision.body), bodyShown)] : []),
              ].join('\n'),
            ),
          ]),
        ...(revisions.length > shown ? [text(words.entries.historyMore(revisions.length - shown))] : []),
      ),
    ],
  };
}
