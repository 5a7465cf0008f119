/** `Mark done` on a goal, and back. */
import { type ButtonInteraction, MessageFlags } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { attachmentsOn } from '../../discord/message/attachments-in.js';
import { type EntryService, entryCard, entryInFull, staleCards } from '../../features/entries/index.js';
import { onMessage, type PictureService } from '../../features/pictures/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.done,
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
    }: Context<{ entries: Pick<EntryService, 'toggleDone'>; pictures: Pick<PictureService, 'shown'> }>,
  ) {
    const goal = await services.entries.toggleDone(guildId, number, actor.id);
    const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
    return {
      kind: 'message',
      view: isPrivate
        ? entryInFull(words, goal, actor, { pictures: await services.pictures.shown(goal) })
        : entryCard(cohortWords, goal, onMessage(goal, attachmentsOn(interaction.message))),
      effects: [staleCards([number])],
    };
  },
});
