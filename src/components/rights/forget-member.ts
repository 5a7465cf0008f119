/** What somebody with Manage Server chose when asked whether a member is to be erased: it waits a day. */

import type { ButtonInteraction } from 'discord.js';
import { requireManager } from '../../discord/context.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import { type DataRightsService, pendingErasureView } from '../../features/rights/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.forgetMember,
  answers: 'update',
  moderatorsOnly: true,
  async run(
    _interaction: ButtonInteraction,
    { member, outcome },
    {
      guildId,
      actor,
      words,
      services,
    }: Context<{ dataRights: Pick<DataRightsService, 'request' | 'cancel'> }>,
  ) {
    const { rights } = words;
    if (outcome === 'cancel') return { kind: 'message', view: note(rights.cancelled) };
    requireManager(actor);
    if (outcome === 'stop') {
      await services.dataRights.cancel(guildId, member, actor.id);
      return { kind: 'message', view: note(rights.stopped) };
    }
    const entries = outcome === 'keep' ? 'kept' : 'removed';
    const dueAt = await services.dataRights.request(guildId, member, entries, actor.id);
    return { kind: 'message', view: pendingErasureView(words, member, dueAt) };
  },
});
