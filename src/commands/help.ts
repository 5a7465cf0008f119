/** `/help`: what the bot can do, one short page at a time. */
import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Command } from '../discord/define.js';
import { escape } from '../discord/message/text.js';
import { helpView, topicOf, topicsFor } from '../features/help/index.js';
import { en } from '../locales/en/index.js';
import { commandIdsOf } from '../platform/command-ids.js';
import { quoted } from '../platform/text.js';

const words = en.help.commands;

export default {
  data: new SlashCommandBuilder()
    .setName('help')
    .setDescription(words.description)
    .setContexts(InteractionContextType.Guild)
    .addStringOption((option) =>
      option.setName('topic').setDescription(words.topic).setAutocomplete(true).setMaxLength(50),
    ),
  answers: 'ephemeral',

  /** Not fixed choices, because moderators have additional topics. */
  async autocomplete(interaction, { actor, words }) {
    const typed = interaction.options.getFocused().trim().toLowerCase();
    return topicsFor(actor.isModerator)
      .map((value) => ({ name: words.help.topics[value].name, value }))
      .filter(({ name, value }) => name.toLowerCase().includes(typed) || value.includes(typed));
  },

  async run({ options, applicationId }, { words, actor }) {
    const { isModerator } = actor;
    const typed = options.getString('topic') ?? '';
    const topic = topicOf(words, typed, isModerator);
    const above = topic || typed.trim() === '' ? undefined : words.help.unknown(escape(quoted(typed)));
    const commandIds = commandIdsOf(applicationId);
    return { kind: 'message', view: helpView(words, topic ?? 'start', { isModerator, commandIds, above }) };
  },
} satisfies Command;
