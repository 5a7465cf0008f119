/** What the journal tells of an interaction: who did what and where, and what came of it. */
import type { Sandbox } from '../sandbox.js';
import type { Exchange } from './exchange.js';
import { CommandType } from './find-command.js';
import type { Happening } from './payload.js';
import { InteractionKind } from './record.js';

export function noteBegun(sandbox: Sandbox, happening: Happening, id: string): void {
  const { person, channel, type } = happening;
  sandbox.journal.add('interaction', {
    phase: 'begun',
    interaction: id,
    type,
    who: person.username,
    what: doing(happening),
    channelId: channel.id,
    channel: channel.name,
  });
}

export function noteOutcome(sandbox: Sandbox, exchange: Exchange, tookMs: number, deferred: boolean): void {
  const { id, outcome, failure } = exchange;
  sandbox.journal.add('interaction', {
    phase: 'settled',
    interaction: id,
    outcome,
    deferred,
    tookMs: Math.round(tookMs * 10) / 10,
    ...(failure && { failure }),
  });
}

/** In a few words: `/share`, `button n1:helpful:12`. */
function doing({ type, data, metadata }: Happening): string {
  const name = String(metadata?.name ?? data.name ?? '');
  if (type === InteractionKind.autocomplete) return `/${name} (completing)`;
  if (type === InteractionKind.command)
    return metadata?.command_type === CommandType.slash ? `/${name}` : `Apps › ${name}`;
  if (type === InteractionKind.modal) return `form ${String(data.custom_id)}`;
  return `${data.component_type === 2 ? 'button' : 'select'} ${String(data.custom_id)}`;
}
