/** What a member is told of their contributions: by direct message, or below the answer to their next command. */

import { accents, container, text } from '../../discord/message/blocks.js';
import { fitted } from '../../discord/message/fit.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escape, escapeTitle, shorten } from '../../discord/message/text.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { ToldNotice } from './notice-model.js';

interface Measure {
  title: number;
  reason: number;
}

/** How much of a title and of a reason is shown (UTF-16 units), from ample to what always fits. */
const measures: readonly [Measure, ...Measure[]] = [
  { title: 120, reason: 500 },
  { title: 80, reason: 200 },
  { title: 40, reason: 60 },
];

/** `guildName` is said where there is more than one guild: in a direct message. */
export function noticesView(
  words: Catalogue,
  notices: readonly ToldNotice[],
  guildName?: string,
): MessageView {
  return fitted(measures, (measure) => ({
    components: [
      container(
        accents.quiet,
        ...(guildName ? [text(words.notices.inGuild(escape(guildName)))] : []),
        ...notices.map((notice) => text(noticeText(words, notice, measure))),
      ),
    ],
  }));
}

function noticeText(
  { notices }: Catalogue,
  { kind, entryNumber, title, facts }: ToldNotice,
  measure: Measure,
): string {
  const name = title === null ? null : escapeTitle(shorten(title, measure.title));
  const entry = entryNumber === null ? '' : notices.entry(entryNumber, name);
  const { reason } = facts;
  const told = notices.kinds[kind]({ entry, facts });
  return typeof reason === 'string'
    ? `${told}\n-# ${notices.why(escape(shorten(reason, measure.reason)))}`
    : told;
}
