/** `Edit`: opens the form of the member's own entry, filled in with what it says now. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { editForm } from '../views/entry-forms.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.edit,
  answers: 'modal',
  async run(_interaction: ButtonInteraction, { number }, { guildId, actor, words, services }) {
    return { kind: 'form', form: editForm(words, await services.entries.own(guildId, number, actor.id)) };
  },
});
