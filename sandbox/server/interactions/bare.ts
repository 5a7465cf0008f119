/** Interactions without a person's side: sent as they are given, answered with the bare callback. */
import type { JsonObject } from '../json.js';
import type { Sandbox } from '../sandbox.js';
import type { InteractionRecord, Watcher } from './record.js';

/** The callback a bot answered with. */
export interface BareAnswer {
  type: number;
  data: JsonObject;
}

/** Opens an interaction from a payload and resolves with its first answer; rejects when none comes in time. */
export function bareInteraction(sandbox: Sandbox, raw: JsonObject): Promise<BareAnswer> {
  const id = sandbox.ids.next();
  const token = sandbox.interactions.newToken();
  const applicationId =
    typeof raw.application_id === 'string' ? raw.application_id : firstApplication(sandbox);
  const user = (raw.member as JsonObject | undefined)?.user ?? raw.user;
  const userId = String((user as JsonObject | undefined)?.id);
  const message = raw.message as JsonObject | undefined;
  return new Promise((resolve, reject) => {
    const record: InteractionRecord = {
      id,
      token,
      type: Number(raw.type),
      applicationId,
      userId,
      channelId: String(raw.channel_id),
      ...(typeof raw.guild_id === 'string' && { guildId: raw.guild_id }),
      createdAt: Date.now(),
      metadata: { id, type: raw.type, user_id: userId, authorizing_integration_owners: {} },
      answerType: 20,
      ...(message && { sourceMessageId: String(message.id) }),
      loading: false,
      isBare: true,
      messageIds: new Set(message ? [String(message.id)] : []),
    };
    const asker = new Asker(resolve, reject, sandbox.settings.limits.firstAnswer);
    record.watcher = asker;
    if (!sandbox.interactions.open(record, { ...raw, id, token, application_id: applicationId }))
      asker.giveUp('No bot is connected that could answer.');
  });
}

/** Waits for one callback; a class, since closures made for each interaction cost a benchmark dearly. */
class Asker implements Watcher {
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly resolve: (answer: BareAnswer) => void,
    private readonly reject: (error: Error) => void,
    limit: number,
  ) {
    this.timer = setTimeout(tooLate, limit, this);
  }

  giveUp(reason: string): void {
    clearTimeout(this.timer);
    this.reject(new Error(reason));
  }

  answered(type: number, data: JsonObject): void {
    clearTimeout(this.timer);
    this.resolve({ type, data });
  }

  edited(): void {}

  followedUp(): void {}

  deleted(): void {}
}

function tooLate(asker: Asker): void {
  asker.giveUp('The application did not respond in time.');
}

function firstApplication(sandbox: Sandbox): string {
  for (const id of sandbox.state.applications.keys()) return id;
  throw new Error('The sandbox knows no bot.');
}
