/** `/admin export`: what the whole cohort shared, as files. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import {
  type CohortExportService,
  type ExportFormat,
  exportFormats,
  exportView,
} from '../../features/export/index.js';
import { documentWordsFor } from '../../locales/document-words.js';
import { en } from '../../locales/en/index.js';
import { viewsOf } from '../views-of.js';

const words = en.exports.commands;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('export')
    .setDescription(words.cohort)
    .addStringOption((option) =>
      option
        .setName('format')
        .setDescription(words.format)
        .addChoices(exportFormats.map((value) => ({ name: words.formats[value], value }))),
    ),
  answers: 'ephemeral',
  moderatorsOnly: true,
  async run({ options, guild }, { guildId, actor, settings, words, services }) {
    const format = (options.getString('format') ?? 'markdown') as ExportFormat;
    const written = documentWordsFor(settings.language);
    // The cover names whose cohort it is.
    const title = guild ? `${guild.name} · ${written.cohort.title}` : written.cohort.title;
    const wanted = {
      format,
      actorId: actor.id,
      words: { ...written, cohort: { ...written.cohort, title } },
    };
    const bundles = await services.cohortExports.begin(guildId, wanted);
    if (!bundles) return { kind: 'message', view: note(words.exports.nothingInCohort) };
    return { kind: 'messages', views: viewsOf(bundles, (bundle) => exportView(words, format, bundle)) };
  },
} satisfies Subcommand<{ cohortExports: Pick<CohortExportService, 'begin'> }>;
