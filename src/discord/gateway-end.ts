/** Why Discord closed the gateway permanently, as a sentence, and whether the configuration has to be changed. */
import { type Client, GatewayCloseCodes } from 'discord.js';
import { tokenRefused } from './connect.js';

interface GatewayEnd {
  sentence: string;
  isConfiguration: boolean;
}

const ends: Partial<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: tokenRefused,
  [GatewayCloseCodes.InvalidShard]: 'SHARD_IDS and SHARD_COUNT name a shard that Discord refuses',
  [GatewayCloseCodes.ShardingRequired]:
    'The bot is in so many servers that Discord requires more shards: set SHARD_COUNT=auto',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord refuses the intents: the bot asks for none that is privileged, so look at its application',
  [GatewayCloseCodes.InvalidIntents]: 'Discord does not know the intents of this version: update Nexus',
  [GatewayCloseCodes.InvalidAPIVersion]: 'Discord no longer serves the API of this version: update Nexus',
};

function closeReason(code: number): GatewayEnd {
  const sentence = ends[code];
  return {
    sentence: sentence ? `${sentence} (gateway code ${code}).` : `gateway closed with ${code}`,
    isConfiguration: sentence !== undefined,
  };
}

/** Reports when the bot can't go on because Discord closed its session permanently. */
export function endWithGateway(
  client: Client,
  onFatal: (reason: string, isConfiguration: boolean) => void,
): void {
  client.on('invalidated', () => onFatal('session invalidated', false));
  client.on('shardDisconnect', ({ code }) => {
    const { sentence, isConfiguration } = closeReason(code);
    onFatal(sentence, isConfiguration);
  });
}
