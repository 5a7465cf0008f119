/** Which bots are connected, with what intents and how many commands, and what time it is for them. */
import type { BotSession } from '../../client/events.js';
import type { PanelRecord } from './record.js';

const HOUR = 3_600_000;

export function BotsTab({ record, now }: { record: PanelRecord; now: number }) {
  const bots = record.bots.value;
  const sessions = record.sessions.value;
  return (
    <div class="devtools-page">
      <h3>Time</h3>
      <dl class="devtools-facts">
        <dt>For the bot</dt>
        <dd>{new Date(now).toUTCString().replace('GMT', 'UTC')}</dd>
        <dt>Beside real time</dt>
        <dd>{offsetWords(record.offsetMs.value)}</dd>
      </dl>
      {bots.map((bot) => {
        const own = sessions.filter((session) => session.applicationId === bot.id);
        return (
          <section key={bot.id} class="devtools-bot">
            <h3>
              {bot.name}{' '}
              <span class={`devtools-status devtools-tone-${bot.connected ? 'good' : 'failed'}`}>
                {bot.connected ? 'connected' : 'not connected'}
              </span>
            </h3>
            <dl class="devtools-facts">
              <dt>Application</dt>
              <dd>{bot.id}</dd>
              <dt>Commands</dt>
              <dd>{bot.commands === 0 ? 'none registered yet' : `${bot.commands} registered`}</dd>
              <dt>Privileged</dt>
              <dd>{bot.privilegedIntents.join(', ') || 'no intents switched on'}</dd>
            </dl>
            {own.map((session) => (
              <Session key={session.id} session={session} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function Session({ session }: { session: BotSession }) {
  const [shard, count] = session.shard;
  return (
    <dl class="devtools-facts devtools-session">
      <dt>Session</dt>
      <dd>{session.id}</dd>
      <dt>State</dt>
      <dd class={`devtools-tone-${session.connected ? 'good' : 'waiting'}`}>
        {session.connected ? 'connected' : 'lost; it can be resumed'}
      </dd>
      <dt>Shard</dt>
      <dd>
        {shard + 1} of {count}
      </dd>
      <dt>Events sent</dt>
      <dd>{session.sequence.toLocaleString('en')}</dd>
      <dt>Intents</dt>
      <dd>{intentNames(session.intents).join(', ') || 'none'}</dd>
    </dl>
  );
}

/** Intents by their bit; written out, since the package that names them would double what the panel weighs. */
const INTENTS: Record<number, string> = {
  0: 'Guilds',
  1: 'GuildMembers',
  2: 'GuildModeration',
  3: 'GuildExpressions',
  4: 'GuildIntegrations',
  5: 'GuildWebhooks',
  6: 'GuildInvites',
  7: 'GuildVoiceStates',
  8: 'GuildPresences',
  9: 'GuildMessages',
  10: 'GuildMessageReactions',
  11: 'GuildMessageTyping',
  12: 'DirectMessages',
  13: 'DirectMessageReactions',
  14: 'DirectMessageTyping',
  15: 'MessageContent',
  16: 'GuildScheduledEvents',
  20: 'AutoModerationConfiguration',
  21: 'AutoModerationExecution',
  24: 'GuildMessagePolls',
  25: 'DirectMessagePolls',
};

function intentNames(bits: number): string[] {
  return Array.from({ length: 31 }, (_, bit) => bit)
    .filter((bit) => (bits & (1 << bit)) !== 0)
    .map((bit) => INTENTS[bit] ?? `bit ${bit}`);
}

function offsetWords(offsetMs: number): string {
  if (Math.abs(offsetMs) < 1_000) return 'the same';
  const hours = Math.abs(offsetMs) / HOUR;
  const [amount, unit] =
    hours >= 48 ? [hours / 24, 'days'] : hours >= 1 ? [hours, 'hours'] : [hours * 60, 'minutes'];
  return `${amount.toFixed(1).replace('.0', '')} ${unit} ${offsetMs > 0 ? 'ahead' : 'behind'}`;
}
