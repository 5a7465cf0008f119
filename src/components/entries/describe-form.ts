/** The submitted description of an entry's pictures: its cards show it from now on. */
import type { ModalSubmitInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { fieldOf } from '../../discord/form-fields.js';
import { note } from '../../discord/message/blocks.js';
import { pictureBounds } from '../../entities/picture.js';
import { altField, type EntryService, staleCards } from '../../features/entries/index.js';
import type { PictureService } from '../../features/pictures/index.js';
import { UserError } from '../../platform/user-error.js';
import { routes } from '../routes.js';

const positions = Array.from({ length: pictureBounds.count }, (_, index) => index + 1);

/** What was typed, by the name of its field. */
function typedOf(interaction: ModalSubmitInteraction): Record<string, string> {
  const typed = positions.map((position): [string, string] => [
    altField(position),
    fieldOf(interaction, altField(position)),
  ]);
  return Object.fromEntries(typed.filter(([name]) => interaction.fields.fields.has(name)));
}

export default defineComponent({
  route: routes.describeForm,
  answers: 'ephemeral',
  typed(interaction: ModalSubmitInteraction) {
    const number = String(routes.describeForm.parse(interaction.customId)?.number ?? '');
    return { form: 'describe', fields: { number, ...typedOf(interaction) } };
  },
  async run(
    interaction: ModalSubmitInteraction,
    { number },
    {
      guildId,
      actor,
      words,
      services,
    }: Context<{
      entries: Pick<EntryService, 'requireEditable'>;
      pictures: Pick<PictureService, 'describe'>;
    }>,
  ) {
    const typed = typedOf(interaction);
    const { pictures } = await services.entries.requireEditable(guildId, number, actor, typed);
    if (!pictures) throw new UserError('picture-missing', { number });
    const alts = pictures.map(({ position, alt }): [number, string] => [
      position,
      typed[altField(position)] ?? alt ?? '',
    ]);
    await services.pictures.describe(guildId, number, new Map(alts));
    const view = note(words.pictures.described(number));
    return { kind: 'message', view, effects: [staleCards([number])] };
  },
});
