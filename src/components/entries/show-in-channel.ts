/** `Show in channel`: the entry's card once more where everybody sees it. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { text } from '../../discord/message/blocks.js';
import { type EntryService, entryCard, showCard } from '../../features/entries/index.js';
import type { Guard } from '../../features/guard/index.js';
import type { PictureService } from '../../features/pictures/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.showInChannel,
  answers: 'ephemeral',
  async run(
    { message }: ButtonInteraction,
    { number },
    {
      guildId,
      actor,
      cohortWords,
      services,
    }: Context<{
      entries: Pick<EntryService, 'view'>;
      guard: Pick<Guard, 'requirePace'>;
      pictures: Pick<PictureService, 'uploaded'>;
    }>,
  ) {
    services.guard.requirePace(guildId, actor);
    const entry = await services.entries.view(guildId, number);
    const { fromSearch, fromEntry } = cohortWords.entries.shownAgain;
    const why = isList(message, number) ? fromSearch(actor.id) : fromEntry(actor.id);
    const card = entryCard(cohortWords, entry, await services.pictures.uploaded(entry));
    return showCard({ number, isNew: false, view: { ...card, components: [text(why), ...card.components] } });
  },
});

/** A list has a button for each entry that shows it in full; an entry's own view has none for itself. */
function isList(message: ButtonInteraction['message'], number: number): boolean {
  return JSON.stringify(message.components).includes(routes.view.id({ number }));
}
