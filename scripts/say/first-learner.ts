/** Who acts until someone is named. */
import type { GuildView } from '../../sandbox/client.js';
import { PlainError } from '../plain-error.js';

const moderating = ['Administrator', 'ManageGuild', 'ManageMessages'];

/** The first member who is neither bot nor owner nor moderator. */
export function firstLearner(guild: GuildView): string {
  const strong = guild.roles.filter((role) => role.permissions.some((one) => moderating.includes(one)));
  const learner = guild.members.find(
    (member) =>
      !member.bot &&
      member.userId !== guild.ownerId &&
      !strong.some((role) => member.roles.includes(role.id)),
  );
  const found = learner ?? guild.members.find((member) => !member.bot);
  if (!found) throw new PlainError('The sandbox has no members.');
  return found.name;
}
