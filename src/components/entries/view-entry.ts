/** `View` and `Read all`: one entry in full, shown only to the member who pressed. */
import type { ButtonInteraction } from 'discord.js';
import { type Component, type Context, defineComponent } from '../../discord/define.js';
import { type EntryService, entryInFull } from '../../features/entries/index.js';
import type { PictureService } from '../../features/pictures/index.js';
import { routes } from '../routes.js';

const viewing = [routes.view, routes.readAll].map((route) =>
  defineComponent({
    route,
    answers: 'ephemeral',
    async run(
      _interaction: ButtonInteraction,
      { number },
      {
        guildId,
        actor,
        words,
        services,
      }: Context<{ entries: Pick<EntryService, 'viewAs'>; pictures: Pick<PictureService, 'shown'> }>,
    ) {
      const entry = await services.entries.viewAs(guildId, number, actor.id);
      const pictures = await services.pictures.shown(entry);
      return { kind: 'message', view: entryInFull(words, entry, actor, { pictures }) };
    },
  }),
);

export default viewing satisfies readonly Component[];
