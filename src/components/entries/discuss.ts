/** `Discuss`: a thread on the entry's card, opened by the first who presses and found by the others. */
import { type ButtonInteraction, MessageFlags } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import type { CardPlace } from '../../entities/card.js';
import { type EntryService, openThread } from '../../features/entries/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.discuss,
  answers: 'ephemeral',
  async run(
    { message }: ButtonInteraction,
    { number },
    { guildId, services }: Context<{ entries: Pick<EntryService, 'view'> }>,
  ) {
    const entry = await services.entries.view(guildId, number);
    return openThread({ entry: { ...entry, card: entry.card ?? cardPressed(message) } });
  },
});

/** The card pressed, because a quick press can come before the bot has stored the card's place; null for an ephemeral message. */
function cardPressed({ id, channelId, flags }: ButtonInteraction['message']): CardPlace | null {
  return flags.has(MessageFlags.Ephemeral) ? null : { channelId, messageId: id };
}
