/** What a moderator takes away, message by message; and a member's README below the picture of their weeks. */
import { filesView } from '../../discord/message/file-view.js';
import type { MessageFile, MessageView } from '../../discord/message/message-view.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { chartOf } from '../digest/index.js';
import type { ExportFormat } from './cohort-export-model.js';
import { weeksFile } from './own-weeks.js';

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

/** The line, the picture when there is one, and the documents. */
export function readmeView(
  { exports: words }: Catalogue,
  line: string,
  { files, before, isLast }: ShownBundle,
): MessageView {
  const picture = files.find(({ name }) => name === weeksFile);
  if (picture) {
    const documents = files.filter((file) => file !== picture);
    const [said, ...shown] = filesView(`${line} ${words.withPicture}`, documents).components;
    const drawing = chartOf({ description: picture.description ?? '' }, weeksFile);
    return { components: [...(said ? [said] : []), drawing, ...shown], files: [picture, ...documents] };
  }
  const isOne = isLast && before + files.length === 1;
  return filesView(isOne ? line : `${line} ${words.longReadme}`, files);
}
