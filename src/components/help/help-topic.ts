/** The select below a page of help: opens another one. */
import type { StringSelectMenuInteraction } from 'discord.js';
import { defineComponent } from '../../discord/define.js';
import { helpView, topicOf } from '../../features/help/index.js';
import { commandIdsOf } from '../../platform/command-ids.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.help,
  answers: 'update',
  run: async ({ values, applicationId }: StringSelectMenuInteraction, _params, { words, actor }) => {
    const { isModerator } = actor;
    const commandIds = commandIdsOf(applicationId);
    return {
      kind: 'message',
      view: helpView(words, topicOf(words, values[0] ?? '', isModerator) ?? 'start', {
        isModerator,
        commandIds,
      }),
    };
  },
});
