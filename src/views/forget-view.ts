/** Asking once more before a member is forgotten: what is erased, what becomes of their entries, and a way out. */
import { routes } from '../components/routes.js';
import type { Catalogue } from '../locales/catalogue.js';
import { accents, button, container, row, text } from './blocks.js';
import type { MessageView } from './message-view.js';

/** For the member themselves. */
export function forgetView({ rights }: Catalogue, entries: number): MessageView {
  const idOf = (fate: 'remove' | 'keep' | 'cancel') => routes.forget.id({ fate });
  return {
    components: [
      container(
        accents.trouble,
        text(rights.heading),
        text(rights.erased),
        text(rights.entries(entries)),
        text([...(entries > 0 ? [rights.challengesStay] : []), rights.mute, rights.takeAway].join('\n')),
        row(
          ...(entries > 0
            ? [
                button(idOf('remove'), rights.buttons.remove, { style: 'danger' }),
                button(idOf('keep'), rights.buttons.keep, { style: 'danger' }),
              ]
            : [button(idOf('remove'), rights.buttons.forget, { style: 'danger' })]),
          button(idOf('cancel'), rights.buttons.cancel),
        ),
      ),
    ],
  };
}

/** For a moderator in a member's place. */
export function forgetMemberView({ rights }: Catalogue, member: string, entries: number): MessageView {
  const idOf = (fate: 'remove' | 'keep' | 'cancel') => routes.forgetMember.id({ member, fate });
  return {
    components: [
      container(
        accents.trouble,
        text(rights.headingOf(member)),
        text(rights.erasedOf),
        text(rights.entries(entries)),
        text([...(entries > 0 ? [rights.challengesStay] : []), rights.mute, rights.irrevocable].join('\n')),
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
