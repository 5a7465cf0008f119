/** What a moderator chose when asked whether a member is to be erased. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { note } from '../views/blocks.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.forgetMember,
  answers: 'update',
  moderatorsOnly: true,
  async run(_interaction: ButtonInteraction, { member, fate }, { guildId, actor, words, services }) {
    const { rights } = words;
    if (fate === 'cancel') return { kind: 'message', view: note(rights.cancelled) };
    const entries = fate === 'keep' ? 'kept' : 'removed';
    const { removed, kept, stale } = await services.dataRights.forget(guildId, member, entries, actor.id);
    return { kind: 'message', view: note(rights.forgottenOf(removed, kept)), refresh: stale };
  },
});
