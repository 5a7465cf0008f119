/** The journal's entry for an interaction: who did what, and where. */
import type { Sandbox } from '../sandbox.js';
import { CommandType } from './find-command.js';
import type { InteractionDraft } from './payload.js';
import { InteractionKind } from './record.js';

export function journalStart(sandbox: Sandbox, draft: InteractionDraft, id: string): void {
  const { person, channel, type } = draft;
  sandbox.journal.add('interaction', {
    phase: 'started',
    interaction: id,
    type,
    who: person.username,
    what: doing(draft),
    channelId: channel.id,
    channel: channel.name,
  });
}

/** In a few words: `/share`, `button n1:helpful:12`. */
function doing({ type, data, metadata }: InteractionDraft): string {
  const name = String(metadata?.name ?? data.name ?? '');
  if (type === InteractionKind.autocomplete) return `/${name} (completing)`;
  if (type === InteractionKind.command)
    return metadata?.command_type === CommandType.slash ? `/${name}` : `Apps › ${name}`;
  if (type === InteractionKind.modal) return `form ${String(data.custom_id)}`;
  return `${data.component_type === 2 ? 'button' : 'select'} ${String(data.custom_id)}`;
}
