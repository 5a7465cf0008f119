/** What a moderator takes away, message by message. */

import { filesView } from '../../discord/message/file-view.js';
import type { MessageFile, MessageView } from '../../discord/message/message-view.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { ExportFormat } from './cohort-export-model.js';

export interface ShownBundle {
  files: readonly MessageFile[];
  /** Files of the messages before it. */
  before: number;
  isLast: boolean;
}

export function exportView(
  { exports: words }: Catalogue,
  format: ExportFormat,
  { files, before, isLast }: ShownBundle,
): MessageView {
  const count = before + files.length;
  const sentences =
    isLast && count === 1
      ? [words.cohort[format]]
      : [words.parts(before + 1, count), isLast ? words.complete(format, count) : words.moreFollows];
  const careful = before === 0 && format !== 'markdown' ? [words.careful] : [];
  return filesView([sentences.join(' '), ...careful].join('\n'), files);
}
