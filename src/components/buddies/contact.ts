/** `Swap contact?` below a group's first message: nobody's links are shown before everybody pressed it. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import { type BuddyGroupService, contactLines } from '../../features/buddies/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.buddiesContact,
  answers: 'ephemeral',
  guildOf: ({ guildId }) => guildId,
  async run(
    _interaction: ButtonInteraction,
    { roundAt, group },
    { guildId, actor, words, services }: Context<{ buddyGroups: Pick<BuddyGroupService, 'swapContact'> }>,
  ) {
    const others = await services.buddyGroups.swapContact({ guildId, roundAt, number: group }, actor.id);
    const say = words.buddies.answered;
    if (others.length === 0) return { kind: 'message', view: note(say.contactAsked) };
    return { kind: 'message', view: note(say.contactShared(contactLines(words, others))) };
  },
});
