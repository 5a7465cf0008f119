/** The confirmation of an erasure: what is erased, what happens to the entries, and how to cancel. */
import { routes } from '../../components/routes.js';
import { accents, button, container, note, row, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import type { PendingErasure } from '../../entities/pending-erasure.js';
import type { Catalogue } from '../../locales/catalogue.js';

/** For the member themselves. */
export function forgetView(
  { rights }: Catalogue,
  entries: number,
  pending?: Pick<PendingErasure, 'dueAt'>,
): MessageView {
  const idOf = (outcome: 'remove' | 'keep' | 'cancel' | 'stop') => routes.forget.id({ outcome });
  return {
    components: [
      container(
        accents.trouble,
        text(rights.heading),
        ...(pending ? [text(rights.waits(pending.dueAt))] : []),
        text(rights.erased),
        text(rights.entries(entries)),
        text(
          [...(entries > 0 ? [rights.challengesStay] : []), rights.mute, rights.trail, rights.takeAway].join(
            '\n',
          ),
        ),
        row(
          ...(entries > 0
            ? [
                button(idOf('remove'), rights.buttons.remove, { style: 'danger' }),
                button(idOf('keep'), rights.buttons.keep, { style: 'danger' }),
              ]
            : [button(idOf('remove'), rights.buttons.forget, { style: 'danger' })]),
          ...(pending ? [button(idOf('stop'), rights.buttons.stop)] : []),
          button(idOf('cancel'), rights.buttons.cancel),
        ),
      ),
    ],
  };
}

/** For somebody with Manage Server: an erasure that waits, and how to stop it. */
export function pendingErasureView({ rights }: Catalogue, member: string, dueAt: Date): MessageView {
  return note(
    rights.waitsOf(member, dueAt),
    button(routes.forgetMember.id({ member, outcome: 'stop' }), rights.buttons.stopOf, { style: 'danger' }),
  );
}

/** For somebody with Manage Server, in a member's place. */
export function forgetMemberView({ rights }: Catalogue, member: string, entries: number): MessageView {
  const idOf = (outcome: 'remove' | 'keep' | 'cancel') => routes.forgetMember.id({ member, outcome });
  return {
    components: [
      container(
        accents.trouble,
        text(rights.headingOf(member)),
        text(rights.erasedOf),
        text(rights.entries(entries)),
        text([...(entries > 0 ? [rights.challengesStay] : []), rights.mute, rights.waitsADay].join('\n')),
        row(
          ...(entries > 0
            ? [
                button(idOf('remove'), rights.buttons.removeOf, { style: 'danger' }),
                button(idOf('keep'), rights.buttons.keep, { style: 'danger' }),
              ]
            : [button(idOf('remove'), rights.buttons.forgetOf, { style: 'danger' })]),
          button(idOf('cancel'), rights.buttons.cancel),
        ),
      ),
    ],
  };
}
