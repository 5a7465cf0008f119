/** `Post it` below one's own code, tidied: where everybody in the channel sees it. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type CodeService, canWriteIn, postedView } from '../../features/code/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.codePost,
  answers: 'public',
  async run(
    interaction: ButtonInteraction,
    { draft },
    { guildId, actor, cohortWords, services }: Context<{ code: Pick<CodeService, 'post'> }>,
  ) {
    const poster = { ...actor, canWrite: canWriteIn(interaction) };
    const code = await services.code.post(guildId, poster, draft);
    return { kind: 'message', view: postedView(cohortWords, guildId, code) };
  },
});
