/** Looking into the audit log: filtered, in pages that are kept for a day. */
import { randomUUID } from 'node:crypto';
import type { AuditActionName } from '../../entities/audit-action.js';
import type { Clock } from '../../platform/clock.js';
import { UserError } from '../../platform/user-error.js';
import type { ListingStore } from '../drafts/index.js';
import type { AuditCriteria, AuditPage } from './audit-line-model.js';
import { AuditStore } from './audit-store.js';

/** How long a list can be paged through (ms). */
const listedForMs = 86_400_000;

export class AuditService {
  constructor(
    private readonly store: Pick<AuditStore, 'newest' | 'count' | 'page'>,
    private readonly listings: Pick<ListingStore, 'insert' | 'find'>,
    private readonly clock: Clock,
    private readonly newId: () => string = randomUUID,
  ) {}

  /** The first page, the newest action first; when there are more, the list is stored for the member who opened it. */
  async open(
    guildId: string,
    readerId: string,
    filter: { memberId?: string; action?: AuditActionName },
  ): Promise<AuditPage> {
    const criteria: AuditCriteria = { ...filter, until: (await this.store.newest(guildId)) ?? '0' };
    const shown = await this.read(guildId, null, criteria, 0);
    if (shown.pageCount < 2) return shown;
    const id = this.newId();
    const keptUntil = new Date(this.clock().getTime() + listedForMs);
    await this.listings.insert({ id, guildId, memberId: readerId, criteria: { audit: criteria }, keptUntil });
    return { ...shown, id };
  }

  /**
   * Another page, counted from 0; the last one when there are fewer.
   * @throws UserError `listing-gone`, `not-your-control`
   */
  async turn(guildId: string, readerId: string, listingId: string, page: number): Promise<AuditPage> {
    const listing = await this.listings.find(guildId, listingId, this.clock());
    const criteria = listing?.criteria['audit'] as AuditCriteria | undefined;
    if (!listing || !criteria) throw new UserError('listing-gone', {});
    if (listing.memberId !== readerId) throw new UserError('not-your-control', {});
    return this.read(guildId, listingId, criteria, page);
  }

  private async read(
    guildId: string,
    id: string | null,
    criteria: AuditCriteria,
    wanted: number,
  ): Promise<AuditPage> {
    const total = await this.store.count(guildId, criteria);
    const pageCount = Math.ceil(total / AuditStore.pageSize);
    const page = Math.max(0, Math.min(wanted, pageCount - 1));
    const lines = await this.store.page(guildId, criteria, page);
    return { id, criteria, lines, page, pageCount, total };
  }
}
