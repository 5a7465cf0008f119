/** The interactions whose tokens live: opened, found again, and forgotten in time. */

import { randomBytes } from 'node:crypto';
import type { Gateway } from '../gateway/gateway.js';
import { refuse } from '../http/errors.js';
import type { JsonObject } from '../json.js';
import type { Settings } from '../options.js';
import type { Followed, InteractionRecord } from './record.js';

/** How many exchanges are kept to be read again. */
const EXCHANGES = 2_000;

export class Interactions {
  private readonly byToken = new Map<string, InteractionRecord>();
  private readonly exchanges = new Map<string, Followed>();
  private readonly tokenHead = randomBytes(24).toString('base64url');
  private tokenCount = 0;

  constructor(private readonly sandbox: { settings: Pick<Settings, 'limits'>; gateway: Gateway }) {}

  /** A token nobody else has; its head is random once, since making random bytes each time is slow. */
  newToken(): string {
    this.tokenCount += 1;
    return `${this.tokenHead}${this.tokenCount.toString(36).padStart(8, '0')}`;
  }

  /** Opens an interaction and sends it to its application; false when no session could hear it. */
  open(record: InteractionRecord, payload: JsonObject): boolean {
    this.sweep();
    this.byToken.set(record.token, record);
    return this.sandbox.gateway.deliver(record.applicationId, record.guildId, 'INTERACTION_CREATE', payload);
  }

  /** The interaction a first answer is for; 10062 when there is none or it comes too late. */
  answerable(id: string, token: string): InteractionRecord {
    const record = this.byToken.get(token);
    if (!record || record.id !== id) throw refuse('unknownInteraction');
    if (record.acknowledged !== undefined) throw refuse('alreadyAcknowledged');
    if (Date.now() - record.createdAt > this.sandbox.settings.limits.firstAnswer)
      throw refuse('unknownInteraction');
    return record;
  }

  /** The answered interaction a webhook's path means, if its token is one's; refused when it has expired. */
  answered(applicationId: string, token: string): InteractionRecord | undefined {
    const record = this.byToken.get(token);
    if (!record || record.applicationId !== applicationId) return undefined;
    if (Date.now() - record.createdAt > this.sandbox.settings.limits.token)
      throw refuse('invalidWebhookToken');
    if (record.acknowledged === undefined) throw refuse('unknownWebhook');
    return record;
  }

  /** Which interaction a token belongs to, if any. */
  idOf(token: string): string | undefined {
    return this.byToken.get(token)?.id;
  }

  keep(exchange: Followed): void {
    this.exchanges.set(exchange.id, exchange);
    for (const id of this.exchanges.keys()) {
      if (this.exchanges.size <= EXCHANGES) break;
      this.exchanges.delete(id);
    }
  }

  exchange(id: string): Followed | undefined {
    return this.exchanges.get(id);
  }

  clear(): void {
    for (const exchange of this.exchanges.values()) exchange.abandon();
    this.byToken.clear();
    this.exchanges.clear();
  }

  /** Tokens are kept twice their lifetime, so that a late one isn't taken for one that never existed. */
  private sweep(): void {
    const oldest = Date.now() - 2 * this.sandbox.settings.limits.token;
    for (const [token, record] of this.byToken) {
      if (record.createdAt > oldest) return;
      this.byToken.delete(token);
    }
  }
}
