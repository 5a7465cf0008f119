/** `Discuss`: a thread on the entry's card, opened by the first who presses and found by the others. */
import { type ButtonInteraction, MessageFlags } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import type { CardPlace } from '../entities/entry-details.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.discuss,
  answers: 'ephemeral',
  async run({ message }: ButtonInteraction, { number }, { guildId, services }) {
    const entry = await services.entries.view(guildId, number);
    return { kind: 'thread', entry: { ...entry, card: entry.card ?? cardPressed(message) } };
  },
});

/** Whoever presses at once may be quicker than the bot takes note of its card; what one member alone sees is none. */
function cardPressed({ id, channelId, flags }: ButtonInteraction['message']): CardPlace | null {
  return flags.has(MessageFlags.Ephemeral) ? null : { channelId, messageId: id };
}
