/** `/session cancel`: cancels one's own session; moderators may cancel any. */

import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { choiceNameAtMost } from '../../discord/limits.js';
import { note } from '../../discord/message/blocks.js';
import { escape } from '../../discord/message/text.js';
import type { SessionService } from '../../features/sessions/index.js';
import { en } from '../../locales/en/index.js';
import { isolated } from '../../platform/right-to-left.js';
import { shortened } from '../../platform/text.js';
import { inZone } from '../../platform/wall-clock.js';

const words = en.sessions.commands;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('cancel')
    .setDescription(words.cancel)
    .addStringOption((option) =>
      option.setName('session').setDescription(words.session).setRequired(true).setAutocomplete(true),
    ),
  async autocomplete({ options }, { guildId, actor, settings, words: copy, services }) {
    const typed = options.getFocused().toLowerCase();
    const own = await services.sessions.cancellable(guildId, actor);
    return own
      .filter(({ topic }) => topic.toLowerCase().includes(typed))
      .map(({ id, topic, startsAt }) => {
        const date = inZone(startsAt, settings.timezone)
          .toPlainDateTime()
          .toString({ smallestUnit: 'minute' });
        return {
          name: shortened(
            copy.sessions.choice(isolated(shortened(topic, 70)), date.replace('T', ' ')),
            choiceNameAtMost,
          ),
          value: id,
        };
      });
  },
  answers: 'ephemeral',
  async run({ options }, { guildId, actor, words: copy, services }) {
    const { topic } = await services.sessions.cancel(guildId, options.getString('session', true), actor);
    return { kind: 'message', view: note(copy.sessions.cancelledNow(escape(topic))) };
  },
} satisfies Subcommand<{ sessions: Pick<SessionService, 'cancel' | 'cancellable'> }>;
