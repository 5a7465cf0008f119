/** `/admin`: everything that moderators do. Learners do not see it, and each use is checked again. */
import {
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
  SlashCommandSubcommandGroupBuilder,
} from 'discord.js';
import type { Checked } from '../discord/context.js';
import type { CommandGroup, Subcommand } from '../discord/define.js';
import { en } from '../locales/en/index.js';

/** What Discord shows of each group of subcommands. */
const groups = {
  digest: en.digest.commands.admin,
  buddies: en.buddies.commands.admin,
  member: en.rights.commands.group,
  entry: en.moderation.commands.entry.group,
  tag: en.tags.commands.tag,
};

/** `/admin` with the subcommands of all features, in the order of their names. */
export function adminCommand(subcommands: readonly Subcommand<Checked>[]): CommandGroup<Checked> {
  const sorted = subcommands.toSorted((one, other) => one.data.name.localeCompare(other.data.name, 'en'));
  return { data: definition(sorted), subcommands: sorted, moderatorsOnly: true };
}

function definition(subcommands: readonly Subcommand<Checked>[]): SlashCommandBuilder {
  const builder = new SlashCommandBuilder()
    .setName('admin')
    .setDescription(en.admin.commands.description)
    .setContexts(InteractionContextType.Guild)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages);
  for (const { data, group } of subcommands) if (!group) builder.addSubcommand(data);
  for (const [name, description] of Object.entries(groups)) {
    const group = new SlashCommandSubcommandGroupBuilder().setName(name).setDescription(description);
    for (const { data } of subcommands.filter((one) => one.group === name)) group.addSubcommand(data);
    builder.addSubcommandGroup(group);
  }
  return builder;
}
