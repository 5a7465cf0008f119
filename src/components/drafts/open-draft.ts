/** `Open the form again`: the form of a draft, filled in with what the member had typed. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type CaptureType, captureDraftIn, captureForm } from '../../features/capture/index.js';
import type { DraftService } from '../../features/drafts/index.js';
import {
  challengeForm,
  describeForm,
  type EntryService,
  editForm,
  filledFrom,
  shareForm,
  solveForm,
  textsOf,
} from '../../features/entries/index.js';
import { reportForm } from '../../features/moderation/index.js';
import { linksForm, projectForm } from '../../features/profiles/index.js';
import { addressesForm, projectReportForm, publishForm } from '../../features/projects/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.openDraft,
  answers: 'modal',
  async run(
    _interaction: ButtonInteraction,
    { draft: id },
    {
      guildId,
      actor,
      words,
      services,
    }: Context<{
      drafts: Pick<DraftService, 'open'>;
      entries: Pick<EntryService, 'own'>;
    }>,
  ) {
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
      case 'describe':
        return {
          kind: 'form',
          form: describeForm(words, await services.entries.own(guildId, number, actor.id), textsOf(draft)),
        };
      case 'challenge':
        return { kind: 'form', form: challengeForm(words, filled) };
      case 'capture': {
        const { source = '', as = 'learning', challenge } = textsOf(draft);
        const facts = captureDraftIn(await services.drafts.open(guildId, actor.id, source));
        return { kind: 'form', form: captureForm(words, as as CaptureType, facts, { ...filled, challenge }) };
      }
      case 'report':
        return { kind: 'form', form: reportForm(words, number, textsOf(draft)) };
      case 'profile-project':
        return { kind: 'form', form: projectForm(words, textsOf(draft)) };
      case 'project':
      case 'project-edit':
        return { kind: 'form', form: publishForm(words, textsOf(draft), textsOf(draft)['project']) };
      case 'project-addresses':
        return {
          kind: 'form',
          form: addressesForm(words, textsOf(draft), textsOf(draft)['project'] ?? ''),
        };
      case 'project-report':
        return {
          kind: 'form',
          form: projectReportForm(words, textsOf(draft)['project'] ?? '', textsOf(draft)),
        };
      case 'profile-links':
        return { kind: 'form', form: linksForm(words, textsOf(draft)) };
      default:
        return { kind: 'form', form: shareForm(words, filled) };
    }
  },
});
