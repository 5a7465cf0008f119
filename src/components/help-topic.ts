/** The select below a page of help: turns to another one. */
import type { StringSelectMenuInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { commandIdsOf } from '../services/command-ids.js';
import { helpView, topicOf } from '../views/help-view.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.help,
  answers: 'update',
  run: async ({ values, applicationId }: StringSelectMenuInteraction, _params, { words, actor }) => {
    const { isModerator } = actor;
    const commandIds = commandIdsOf(applicationId);
    return {
      kind: 'message',
      view: helpView(words, topicOf(values[0], isModerator), { isModerator, commandIds }),
    };
  },
});
