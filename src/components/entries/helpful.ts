/** `Helpful`: one vote for each member and entry; a second press withdraws it. */
import { type ButtonInteraction, MessageFlags } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { attachmentsOn } from '../../discord/message/attachments-in.js';
import { entryCard, entryInFull, staleCards, type VoteService } from '../../features/entries/index.js';
import { onMessage, type PictureService } from '../../features/pictures/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.helpful,
  answers: 'update',
  async run(
    interaction: ButtonInteraction,
    { number },
    {
      guildId,
      actor,
      words,
      cohortWords,
      services,
    }: Context<{ pictures: Pick<PictureService, 'shown'>; votes: Pick<VoteService, 'toggleHelpful'> }>,
  ) {
    const entry = await services.votes.toggleHelpful(guildId, number, actor);
    const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
    const view = isPrivate
      ? entryInFull(words, entry, actor, { pictures: await services.pictures.shown(entry) })
      : entryCard(cohortWords, entry, onMessage(entry, attachmentsOn(interaction.message)));
    return { kind: 'message', view, effects: [staleCards([number])] };
  },
});
