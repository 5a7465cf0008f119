/** What a member chose when asked whether they want to be forgotten. */

import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import { staleCards } from '../../features/entries/index.js';
import type { DataRightsService } from '../../features/rights/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.forget,
  answers: 'update',
  async run(
    _interaction: ButtonInteraction,
    { outcome },
    {
      guildId,
      actor,
      words,
      services,
    }: Context<{ dataRights: Pick<DataRightsService, 'forget' | 'cancel'> }>,
  ) {
    const { rights } = words;
    if (outcome === 'cancel') return { kind: 'message', view: note(rights.cancelled) };
    if (outcome === 'stop') {
      await services.dataRights.cancel(guildId, actor.id, actor.id);
      return { kind: 'message', view: note(rights.stopped) };
    }
    const entries = outcome === 'keep' ? 'kept' : 'removed';
    const { removed, kept, stale } = await services.dataRights.forget(guildId, actor.id, entries);
    return { kind: 'message', view: note(rights.forgotten(removed, kept)), effects: [staleCards(stale)] };
  },
});
