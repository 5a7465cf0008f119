/** `/admin stats`: the cohort's figures, with a chart of the weeks. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { painted, weeklyChart } from '../../features/digest/index.js';
import { type StatsService, statsView } from '../../features/stats/index.js';
import { en } from '../../locales/en/index.js';
import type { Painter } from '../../platform/painter-port.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('stats').setDescription(en.stats.command),
  answers: 'ephemeral',
  moderatorsOnly: true,
  async run(_interaction, { settings, words, services }) {
    const figures = await services.stats.figures(settings);
    const chart = await painted(weeklyChart(words, figures.weeks), services.painter);
    return { kind: 'message', view: statsView(words, figures, chart) };
  },
} satisfies Subcommand<{ painter: Painter; stats: Pick<StatsService, 'figures'> }>;
