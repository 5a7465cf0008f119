/** A page of the audit log, and a message of the log channel that tells what was just done. */
import { routes } from '../../components/routes.js';
import { accents, button, container, divider, note, row, text } from '../../discord/message/blocks.js';
import { fitted } from '../../discord/message/fit.js';
import type { MessageView } from '../../discord/message/message-view.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { AuditLine, AuditPage } from './audit-line-model.js';
import { auditLineText, lineMeasures } from './audit-line-view.js';

/** The page, or a kind word when nothing is on it. */
export function auditView(words: Catalogue, guildId: string, shown: AuditPage): MessageView {
  const { audit, buttons } = words;
  const { id, lines, page, pageCount, total } = shown;
  const { memberId = null, action } = shown.criteria;
  if (lines.length === 0) return note(memberId || action ? audit.nothingWithin : audit.nothing);
  const filter = audit.filteredBy(memberId, action ? audit.actions[action].name : null);
  const figures = audit.figures(total, page + 1, pageCount);
  const to = (number: number) => routes.auditPage.id({ listing: id ?? '', page: number });
  return fitted(lineMeasures, (measure) => ({
    components: [
      container(
        accents.quiet,
        text([audit.title, ...(filter ? [filter] : []), `-# ${figures}`].join('\n')),
        divider(),
        ...lines.map((line) => text(auditLineText(words, guildId, line, measure))),
        ...(id === null
          ? []
          : [
              divider(),
              row(
                button(to(Math.max(0, page - 1)), buttons.previous, { disabled: page === 0 }),
                button(to(page + 1), buttons.next, { disabled: page >= pageCount - 1, style: 'primary' }),
              ),
            ]),
      ),
    ],
  }));
}

/** What is posted in the log channel. */
export function auditPostView(words: Catalogue, guildId: string, lines: readonly AuditLine[]): MessageView {
  return fitted(lineMeasures, (measure) => ({
    components: [
      container(accents.quiet, ...lines.map((line) => text(auditLineText(words, guildId, line, measure)))),
    ],
  }));
}
