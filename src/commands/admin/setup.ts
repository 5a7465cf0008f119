/** `/admin setup`: sets what its options say; bare, it shows the panel. */
import { type ChatInputCommandInteraction, SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import {
  channelTypes,
  panelAnswer,
  type SetupChanges,
  type SetupService,
  setupDoneView,
} from '../../features/setup/index.js';
import { en } from '../../locales/en/index.js';
import { languageName, languages } from '../../locales/languages.js';
import type { Clock } from '../../platform/clock.js';
import { timezoneChoices } from '../timezone-choices.js';

const words = en.admin.commands;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('setup')
    .setDescription(words.setup)
    .addChannelOption((option) =>
      option
        .setName('channel')
        .setDescription(words.channel)
        .addChannelTypes(...channelTypes),
    )
    .addStringOption((option) =>
      option.setName('timezone').setDescription(words.timezone).setAutocomplete(true).setMaxLength(60),
    )
    .addStringOption((option) =>
      option
        .setName('language')
        .setDescription(words.language)
        .setChoices(languages.map((value) => ({ name: languageName(value), value }))),
    )
    .addRoleOption((option) => option.setName('moderator-role').setDescription(words.moderatorRole))
    .addChannelOption((option) =>
      option
        .setName('log-channel')
        .setDescription(words.logChannel)
        .addChannelTypes(...channelTypes),
    ),
  answers: 'ephemeral',
  moderatorsOnly: true,
  autocomplete: timezoneChoices,

  async run(interaction, context) {
    const { guildId, actor, services } = context;
    const changes = changesOf(interaction);
    if (Object.values(changes).every((value) => value === undefined)) {
      return panelAnswer(context, await services.setup.begin(guildId, actor));
    }
    const result = await services.setup.change(guildId, changes, actor);
    const { settings, refusals, lacking, forSome } = result;
    const view = setupDoneView(context.words, {
      changes,
      guild: settings,
      refusals,
      lacking,
      forSome,
    });
    return { kind: 'message', view };
  },
} satisfies Subcommand<{ clock: Clock; setup: Pick<SetupService, 'begin' | 'change'> }>;

function changesOf({ options }: ChatInputCommandInteraction): SetupChanges {
  return {
    channelId: options.getChannel('channel')?.id,
    timezone: options.getString('timezone') ?? undefined,
    language: options.getString('language') ?? undefined,
    moderatorRoleId: options.getRole('moderator-role')?.id,
    logChannelId: options.getChannel('log-channel')?.id,
  };
}
