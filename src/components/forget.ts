/** What a member chose when asked whether they want to be forgotten. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { note } from '../views/blocks.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.forget,
  answers: 'update',
  async run(_interaction: ButtonInteraction, { fate }, { guildId, actor, words, services }) {
    const { rights } = words;
    if (fate === 'cancel') return { kind: 'message', view: note(rights.cancelled) };
    const entries = fate === 'keep' ? 'kept' : 'removed';
    const { removed, kept, stale } = await services.dataRights.forget(guildId, actor.id, entries);
    return { kind: 'message', view: note(rights.forgotten(removed, kept)), refresh: stale };
  },
});
