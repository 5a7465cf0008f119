/** `/help`: what the bot can do, one short page at a time. */
import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Command } from '../discord/define.js';
import { en } from '../locales/en/index.js';
import { commandIdsOf } from '../services/command-ids.js';
import { helpView, topicOf, topicsFor } from '../views/help-view.js';

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

  /** Not fixed choices: moderators have topics of their own. */
  async autocomplete(interaction, { actor, words }) {
    const typed = interaction.options.getFocused().trim().toLowerCase();
    return topicsFor(actor.isModerator)
      .map((value) => ({ name: words.help.topics[value].name, value }))
      .filter(({ name, value }) => name.toLowerCase().includes(typed) || value.includes(typed));
  },

  async run({ options, applicationId }, { words, actor }) {
    const { isModerator } = actor;
    const topic = topicOf(options.getString('topic')?.trim().toLowerCase(), isModerator);
    const commandIds = commandIdsOf(applicationId);
    return { kind: 'message', view: helpView(words, topic, { isModerator, commandIds }) };
  },
} satisfies Command;
