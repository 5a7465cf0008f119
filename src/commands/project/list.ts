/** `/project list`: pages through the board, by track, stack and who is looked for. */

import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { choicesAtMost } from '../../discord/limits.js';
import { type Track, tracks } from '../../entities/profile.js';
import { type Role, roles } from '../../entities/project.js';
import { boardAnswer, type ProjectService } from '../../features/projects/index.js';
import { en } from '../../locales/en/index.js';
import { isolated } from '../../platform/right-to-left.js';

const words = en.projects.commands;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('list')
    .setDescription(words.list)
    .addStringOption((option) =>
      option
        .setName('track')
        .setDescription(words.track)
        .addChoices(tracks.map((value) => ({ name: en.projects.tracks[value], value }))),
    )
    .addStringOption((option) =>
      option.setName('stack').setDescription(words.stack).setMaxLength(100).setAutocomplete(true),
    )
    .addStringOption((option) =>
      option
        .setName('looking-for')
        .setDescription(words.lookingFor)
        .addChoices(roles.map((value) => ({ name: en.projects.roles[value], value }))),
    ),
  async autocomplete({ options }, { guildId, words: copy, services }) {
    const used = await services.projects.suggestStacks(guildId, options.getFocused(), choicesAtMost);
    return used.map(({ tag, projects }) => ({
      name: copy.projects.tagChoice(isolated(tag), projects),
      value: tag,
    }));
  },
  answers: 'ephemeral',
  run: ({ options }, context) =>
    boardAnswer(context, {
      track: (options.getString('track') ?? undefined) as Track | undefined,
      tag: options.getString('stack') ?? undefined,
      lookingFor: (options.getString('looking-for') ?? undefined) as Role | undefined,
    }),
} satisfies Subcommand<{ projects: Pick<ProjectService, 'board' | 'suggestStacks'> }>;
