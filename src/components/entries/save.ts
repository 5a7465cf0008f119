/** `Save`: saves an entry for the member; a second press removes it. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import type { VoteService } from '../../features/entries/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.save,
  answers: 'ephemeral',
  async run(
    _interaction: ButtonInteraction,
    { number },
    { guildId, actor, words, services }: Context<{ votes: Pick<VoteService, 'toggleSave'> }>,
  ) {
    const { saved } = await services.votes.toggleSave(guildId, number, actor);
    return {
      kind: 'message',
      view: note(saved ? words.entries.saved(number) : words.entries.unsaved(number)),
    };
  },
});
