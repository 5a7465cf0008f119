/** `Describe the picture`: opens a form for the author's own words. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { describeForm, type EntryService } from '../../features/entries/index.js';
import { UserError } from '../../platform/user-error.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.describePicture,
  answers: 'modal',
  async run(
    _interaction: ButtonInteraction,
    { number },
    { guildId, actor, words, services }: Context<{ entries: Pick<EntryService, 'own'> }>,
  ) {
    const entry = await services.entries.own(guildId, number, actor.id);
    if (!entry.pictures) throw new UserError('picture-missing', { number });
    return { kind: 'form', form: describeForm(words, entry) };
  },
});
