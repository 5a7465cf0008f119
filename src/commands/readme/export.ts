/** `/readme export`: one's own README.md, or another member's of what everyone can see. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import { ownWeeksChart, painted } from '../../features/digest/index.js';
import { type ExportService, readmeView } from '../../features/export/index.js';
import { documentWordsFor } from '../../locales/document-words.js';
import { en } from '../../locales/en/index.js';
import type { Painter } from '../../platform/painter-port.js';
import { readmeStyles } from '../../readme/export/cover.js';
import { viewsOf } from '../views-of.js';

const words = en.exports.commands;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('export')
    .setDescription(words.readme)
    .addUserOption((option) => option.setName('member').setDescription(words.member))
    .addStringOption((option) =>
      option
        .setName('style')
        .setDescription(words.style)
        .addChoices(readmeStyles.map((style) => ({ name: words.styles[style], value: style }))),
    )
    .addBooleanOption((option) => option.setName('discord-links').setDescription(words.discordLinks)),
  answers: 'ephemeral',
  async run({ options }, { guildId, actor, settings, words, locale, services }) {
    const userId = options.getUser('member')?.id ?? actor.id;
    const isOwn = userId === actor.id;
    const documentWords = documentWordsFor(locale, settings.language);
    const choices = {
      style: readmeStyles.find((each) => each === options.getString('style')) ?? readmeStyles[0],
      hasCards: options.getBoolean('discord-links') ?? true,
    };
    const readme = await services.exports.readme(
      guildId,
      { userId, viewerId: actor.id },
      documentWords,
      choices,
      (weeks) => painted(ownWeeksChart(words, weeks), services.painter),
    );
    const { own, ofMember, nothingOwn, nothingOf } = words.exports;
    if (readme === undefined) {
      return { kind: 'message', view: note(isOwn ? nothingOwn : nothingOf(userId)) };
    }
    const line = isOwn ? own : ofMember(userId);
    return { kind: 'messages', views: viewsOf(readme, (bundle) => readmeView(words, line, bundle)) };
  },
} satisfies Subcommand<{ exports: Pick<ExportService, 'readme'>; painter: Painter }>;
