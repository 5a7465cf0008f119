/** The set-up panel: a city typed in its form; what fits several time zones is asked back. */
import type { ModalSubmitInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { timezoneNamed, timezonesLike } from '../services/timezones.js';
import { timezoneField } from '../views/setup-panel.js';
import { escape } from '../views/text.js';
import { fieldOf } from './form-fields.js';
import { routes } from './routes.js';
import { choose, panelAnswer } from './setup-answers.js';

/** Options of one select. */
const choiceLimit = 25;

/** Fewer letters than this say nothing. */
const leastLetters = 3;

export default defineComponent({
  route: routes.setupTimezoneForm,
  answers: 'update',
  moderatorsOnly: true,
  async run(interaction: ModalSubmitInteraction, _params, context) {
    const typed = fieldOf(interaction, timezoneField).trim();
    const timezone = timezoneNamed(typed);
    if (timezone) return choose({ timezone }, context);
    const timezones = possiblyMeant(typed);
    const { setup } = context.words.admin;
    const notice = timezones.length > 0 ? setup.timezoneAmbiguous : setup.timezoneUnknown;
    const present = await context.services.setup.present(context.guildId);
    return panelAnswer(context, present, { notice: notice(escape(typed)), timezones });
  },
});

/** Zones like what was typed, or like its beginning: most slips of the finger come later in a word. */
function possiblyMeant(typed: string): string[] {
  for (let letters = typed.length; letters >= leastLetters; letters--) {
    const found = timezonesLike(typed.slice(0, letters), choiceLimit);
    if (found.length > 0) return found;
  }
  return [];
}
