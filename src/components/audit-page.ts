/** `Previous` and `Next` below the audit log: turns its page for the moderator who opened it. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { auditView } from '../views/audit-view.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.auditPage,
  answers: 'update',
  moderatorsOnly: true,
  async run(_interaction: ButtonInteraction, { listing, page }, { guildId, actor, words, services }) {
    const shown = await services.audit.turn(guildId, actor.id, listing, page);
    return { kind: 'message', view: auditView(words, guildId, shown) };
  },
});
