/** `/admin digest schedule`: the weekday, time, time zone and channel of the digest. */
import { ChannelType, SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { type DigestService, scheduledView } from '../../../features/digest/index.js';
import type { SetupService } from '../../../features/setup/index.js';
import { en } from '../../../locales/en/index.js';
import type { Clock } from '../../../platform/clock.js';
import { timezoneChoices } from '../../timezone-choices.js';

const words = en.digest.commands;

/** The values of the option `day`, Monday first. */
const days = en.digest.weekdays.map((name) => ({ name, value: name.toLowerCase() }));

export default {
  group: 'digest',
  data: new SlashCommandSubcommandBuilder()
    .setName('schedule')
    .setDescription(words.schedule)
    .addStringOption((option) =>
      option
        .setName('day')
        .setDescription(words.day)
        .setRequired(true)
        .addChoices(...days),
    )
    .addStringOption((option) =>
      option.setName('time').setDescription(words.time).setRequired(true).setMaxLength(20),
    )
    .addStringOption((option) =>
      option.setName('timezone').setDescription(words.timezone).setAutocomplete(true).setMaxLength(60),
    )
    .addChannelOption((option) =>
      option
        .setName('channel')
        .setDescription(words.channel)
        .addChannelTypes(ChannelType.GuildText, ChannelType.GuildAnnouncement),
    ),
  answers: 'ephemeral',
  moderatorsOnly: true,
  autocomplete: timezoneChoices,
  async run({ options }, context) {
    const day = options.getString('day', true);
    const channelId = options.getChannel('channel')?.id;
    if (channelId) await context.services.setup.requireWritable(context.guildId, channelId);
    const changes = {
      weekday: days.findIndex(({ value }) => value === day) + 1,
      time: options.getString('time', true),
      timezone: options.getString('timezone') ?? undefined,
      channelId,
    };
    const status = await context.services.digests.schedule(context.guildId, changes, context.actor.id);
    return { kind: 'message', view: scheduledView(context.words, status) };
  },
} satisfies Subcommand<{
  clock: Clock;
  digests: Pick<DigestService, 'schedule'>;
  setup: Pick<SetupService, 'requireWritable'>;
}>;
