/** `/admin`: everything that moderators do. Learners do not see it, and each use is checked again. */
import {
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
  SlashCommandSubcommandGroupBuilder,
} from 'discord.js';
import type { Command, Subcommand } from '../discord/define.js';
import { en } from '../locales/en/index.js';
import audit from './admin/audit.js';
import digestPause from './admin/digest/pause.js';
import digestResume from './admin/digest/resume.js';
import digestRun from './admin/digest/run.js';
import digestSchedule from './admin/digest/schedule.js';
import doctor from './admin/doctor.js';
import entryHide from './admin/entry/hide.js';
import entryRemove from './admin/entry/remove.js';
import entryRestore from './admin/entry/restore.js';
import cohortExport from './admin/export.js';
import memberForget from './admin/member/forget.js';
import memberMute from './admin/member/mute.js';
import memberUnmute from './admin/member/unmute.js';
import queue from './admin/queue.js';
import settings from './admin/settings.js';
import setup from './admin/setup.js';
import stats from './admin/stats.js';
import tagRemove from './admin/tag/remove.js';
import tagRename from './admin/tag/rename.js';

const subcommands: readonly Subcommand[] = [
  setup,
  settings,
  doctor,
  audit,
  stats,
  queue,
  cohortExport,
  digestSchedule,
  digestPause,
  digestResume,
  digestRun,
  tagRename,
  tagRemove,
  memberMute,
  memberUnmute,
  memberForget,
  entryHide,
  entryRestore,
  entryRemove,
];

/** What Discord shows of each group of subcommands. */
const groups = {
  digest: en.digest.commands.admin,
  member: en.rights.commands.group,
  entry: en.moderation.commands.entry.group,
  tag: en.tags.commands.tag,
};

export default { data: definition(), subcommands, moderatorsOnly: true } satisfies Command;

function definition(): SlashCommandBuilder {
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
