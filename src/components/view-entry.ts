/** `View` and `Read all`: one entry in full, for whoever pressed. */
import type { ButtonInteraction } from 'discord.js';
import { type Component, defineComponent } from '../discord/define.js';
import { entryInFull } from '../views/entry-card.js';
import { routes } from './routes.js';

const viewing = [routes.view, routes.readAll].map((route) =>
  defineComponent({
    route,
    answers: 'ephemeral',
    async run(_interaction: ButtonInteraction, { number }, { guildId, actor, words, services }) {
      const entry = await services.entries.viewAs(guildId, number, actor.id);
      return { kind: 'message', view: entryInFull(words, entry) };
    },
  }),
);

export default viewing satisfies readonly Component[];
