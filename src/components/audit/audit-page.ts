/** `Previous` and `Next` below the audit log: other pages, for the moderator who opened it. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type AuditService, auditView } from '../../features/audit/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.auditPage,
  answers: 'update',
  moderatorsOnly: true,
  async run(
    _interaction: ButtonInteraction,
    { listing, page },
    { guildId, actor, words, services }: Context<{ audit: Pick<AuditService, 'turn'> }>,
  ) {
    const shown = await services.audit.turn(guildId, actor.id, listing, page);
    return { kind: 'message', view: auditView(words, guildId, shown) };
  },
});
