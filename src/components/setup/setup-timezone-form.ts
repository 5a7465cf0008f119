/** The set-up panel: a city typed in its form; when several time zones match, the bot asks which. */
import type { ModalSubmitInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { fieldOf } from '../../discord/form-fields.js';
import { choicesAtMost } from '../../discord/limits.js';
import { escape } from '../../discord/message/text.js';
import { timezoneNamed, timezonesLike } from '../../features/guilds/index.js';
import { choose, panelAnswer, type SetupService, timezoneField } from '../../features/setup/index.js';
import { cleanLine, cut } from '../../platform/text.js';
import { routes } from '../routes.js';

/** No zone's name is longer (UTF-16 units). */
const lettersAtMost = 60;

/** A shorter text matches too much. */
const leastLetters = 3;

export default defineComponent({
  route: routes.setupTimezoneForm,
  answers: 'update',
  moderatorsOnly: true,
  async run(
    interaction: ModalSubmitInteraction,
    _params,
    context: Context<{ setup: Pick<SetupService, 'change' | 'present'> }>,
  ) {
    const typed = cut(cleanLine(fieldOf(interaction, timezoneField)), lettersAtMost);
    const timezone = timezoneNamed(typed);
    if (timezone) return choose({ timezone }, context);
    const timezones = possiblyMeant(typed);
    const { setup } = context.words.admin;
    const notice = timezones.length > 0 ? setup.timezoneAmbiguous : setup.timezoneUnknown;
    const present = await context.services.setup.present(context.guildId);
    return panelAnswer(context, present, { notice: notice(escape(typed)), timezones });
  },
});

/** Zones similar to the typed text, or to its start, because most typos come later in a word. */
function possiblyMeant(typed: string): string[] {
  for (let letters = typed.length; letters >= leastLetters; letters--) {
    const found = timezonesLike(typed.slice(0, letters), choicesAtMost);
    if (found.length > 0) return found;
  }
  return [];
}
