/** `Open the form again`: the form of a draft, filled in with what the member had typed. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { challengeForm, editForm, shareForm, solveForm } from '../views/entry-forms.js';
import { linksForm, projectForm } from '../views/profile-forms.js';
import { reportForm } from '../views/report-form.js';
import { filledFrom, textsOf } from './draft-fields.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.openDraft,
  answers: 'modal',
  async run(_interaction: ButtonInteraction, { draft: id }, { guildId, actor, words, services }) {
    const draft = await services.drafts.open(guildId, actor.id, id);
    const filled = filledFrom(draft);
    const number = Number(filled.number ?? 0);
    switch (draft.form) {
      case 'solve':
        return { kind: 'form', form: solveForm(words, { number }, filled) };
      case 'edit':
        return {
          kind: 'form',
          form: editForm(words, await services.entries.own(guildId, number, actor.id), filled),
        };
      case 'challenge':
        return { kind: 'form', form: challengeForm(words, filled) };
      case 'report':
        return { kind: 'form', form: reportForm(words, number, textsOf(draft)), mutedToo: true };
      case 'profile-project':
        return { kind: 'form', form: projectForm(words, textsOf(draft)) };
      case 'profile-links':
        return { kind: 'form', form: linksForm(words, textsOf(draft)) };
      default:
        return { kind: 'form', form: shareForm(words, filled) };
    }
  },
});
