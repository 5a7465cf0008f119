/** `Edit`: opens the form for the member's own entry, filled in with the current text. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type EntryService, editForm } from '../../features/entries/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.edit,
  answers: 'modal',
  async run(
    _interaction: ButtonInteraction,
    { number },
    { guildId, actor, words, services }: Context<{ entries: Pick<EntryService, 'own'> }>,
  ) {
    return { kind: 'form', form: editForm(words, await services.entries.own(guildId, number, actor.id)) };
  },
});
