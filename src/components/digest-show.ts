/** `Previous` and `Next` below a digest shown again: the one posted before it, or after. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { UserError } from '../services/user-error.js';
import { postedDigestView } from '../views/digest-answers.js';
import { digestPicture } from '../views/digest-chart.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.digestShow,
  answers: 'update',
  async run(_interaction: ButtonInteraction, { periodEnd }, { guildId, words, services }) {
    const posted = await services.digests.posted(guildId, periodEnd);
    if (!posted) throw new UserError('control-gone', {});
    const chart = await digestPicture(words, posted.content, services.painter);
    return { kind: 'message', view: postedDigestView(words, posted, chart) };
  },
});
