/** The audit log: what moderators did, and the bot by itself. */
import audit from '../../commands/admin/audit.js';
import auditPage from '../../components/audit/audit-page.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import { ListingStore } from '../drafts/index.js';
import { AuditService } from './audit-service.js';
import { AuditStore } from './audit-store.js';

export default defineFeature({
  name: 'audit',
  adminSubcommands: [audit],
  components: [auditPage],
  services: ({ clock, dataSource }: Core) => ({
    audit: new AuditService(new AuditStore(dataSource), new ListingStore(dataSource), clock),
  }),
});
