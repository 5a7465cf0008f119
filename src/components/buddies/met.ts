/** `We met` and `Not this time`, below a group's first message and below the question. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import type { BuddyGroupService } from '../../features/buddies/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.buddiesMet,
  answers: 'ephemeral',
  guildOf: ({ guildId }) => guildId,
  // Ids can be copied: the group is looked for in the guild where it is pressed.
  async run(
    _interaction: ButtonInteraction,
    { roundAt, group, answer },
    { guildId, actor, words, services }: Context<{ buddyGroups: Pick<BuddyGroupService, 'answer'> }>,
  ) {
    const met = answer === 'yes';
    await services.buddyGroups.answer({ guildId, roundAt, number: group }, actor.id, met);
    const say = words.buddies.answered;
    return { kind: 'message', view: note(met ? say.met : say.notMet) };
  },
});
