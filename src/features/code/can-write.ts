/** Whether a member may write where they use the bot: what it posts for them goes nowhere else. */
import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';

export function canWriteIn({ channel, memberPermissions }: BaseInteraction): boolean {
  const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  if (channel?.isThread() && channel.locked)
    return memberPermissions?.has(PermissionFlagsBits.ManageThreads) ?? false;
  return memberPermissions?.has(channel?.isThread() ? SendMessagesInThreads : SendMessages) ?? false;
}
