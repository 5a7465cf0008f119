/** The addresses of Discord that the bot gives. */

/** A channel, or a thread. */
export function channelLink(guildId: string, channelId: string): string {
  return `https://discord.com/channels/${guildId}/${channelId}`;
}

export function messageLink(guildId: string, channelId: string, messageId: string): string {
  return `${channelLink(guildId, channelId)}/${messageId}`;
}

/** A scheduled event. */
export function eventLink(guildId: string, eventId: string): string {
  return `https://discord.com/events/${guildId}/${eventId}`;
}
