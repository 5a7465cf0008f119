/** `Previous` and `Next` below a digest shown again: the one posted before it, or after. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type DigestService, digestPicture, postedDigestView } from '../../features/digest/index.js';
import type { Painter } from '../../platform/painter-port.js';
import { UserError } from '../../platform/user-error.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.digestShow,
  answers: 'update',
  async run(
    _interaction: ButtonInteraction,
    { periodEnd },
    { guildId, words, services }: Context<{ digests: Pick<DigestService, 'posted'>; painter: Painter }>,
  ) {
    const posted = await services.digests.posted(guildId, periodEnd);
    if (!posted) throw new UserError('control-gone', {});
    const chart = await digestPicture(words, posted.content, services.painter);
    return { kind: 'message', view: postedDigestView(words, posted, chart) };
  },
});
