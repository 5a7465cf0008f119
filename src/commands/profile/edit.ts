/** `/profile edit`: the form for your project; its answer has a button for the links. With `language`, only that changes. */
import { type ChatInputCommandInteraction, SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import type { LanguageService } from '../../features/languages/index.js';
import { filledFromProfile, type ProfileService, projectForm } from '../../features/profiles/index.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { en } from '../../locales/en/index.js';
import { languageName, languages } from '../../locales/languages.js';

/** The choice that makes the bot follow Discord's language again. */
const asInDiscord = 'discord';

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('edit')
    .setDescription(en.profile.commands.edit)
    .addStringOption((option) =>
      option
        .setName('language')
        .setDescription(en.profile.commands.language)
        .setChoices(
          { name: en.profile.commands.asInDiscord, value: asInDiscord },
          ...languages.map((value) => ({ name: languageName(value), value })),
        ),
    ),
  answers: (interaction) => (languageOf(interaction) === null ? 'modal' : 'ephemeral'),

  async run(interaction, { guildId, actor, words, discordLocale, settings, services }) {
    const wanted = languageOf(interaction);
    if (wanted === null) {
      const profile = await services.profiles.own(guildId, actor.id);
      return { kind: 'form', form: projectForm(words, filledFromProfile(profile)) };
    }
    const chosen = wanted === asInDiscord ? null : wanted;
    await services.languages.choose(guildId, actor, chosen);
    const { languageChosen, languageFollows } = catalogueFor(
      chosen,
      discordLocale,
      settings.language,
    ).profile;
    return { kind: 'message', view: note(chosen ? languageChosen(languageName(chosen)) : languageFollows) };
  },
} satisfies Subcommand<{
  languages: Pick<LanguageService, 'choose'>;
  profiles: Pick<ProfileService, 'own'>;
}>;

const languageOf = ({ options }: ChatInputCommandInteraction) => options.getString('language');
