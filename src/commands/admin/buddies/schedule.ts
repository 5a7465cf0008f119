/** `/admin buddies schedule`: the weekday and time of the rounds. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { type BuddyRoundService, roundsView } from '../../../features/buddies/index.js';
import { en } from '../../../locales/en/index.js';

const words = en.buddies.commands;

/** The values of the option `day`, Monday first. */
const days = en.buddies.weekdays.map((name) => ({ name, value: name.toLowerCase() }));

export default {
  group: 'buddies',
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
    ),
  answers: 'ephemeral',
  moderatorsOnly: true,
  async run({ options }, { guildId, actor, words: say, services }) {
    const day = options.getString('day', true);
    const rounds = await services.buddyRounds.schedule(
      guildId,
      { weekday: days.findIndex(({ value }) => value === day) + 1, time: options.getString('time', true) },
      actor.id,
    );
    return { kind: 'message', view: roundsView(say, rounds) };
  },
} satisfies Subcommand<{ buddyRounds: Pick<BuddyRoundService, 'schedule'> }>;
