/** The rules, as handed to commands and components; `src/app.ts` makes them. */
import type { CardService } from './card-service.js';
import type { ChallengeService } from './challenge-service.js';
import type { Clock } from './clock.js';
import type { DataRightsService } from './data-rights-service.js';
import type { DigestMailService } from './digest-mail.js';
import type { DigestService } from './digest-service.js';
import type { DoctorService } from './doctor-service.js';
import type { DraftService } from './draft-service.js';
import type { EntryService } from './entry-service.js';
import type { ExportService } from './export-service.js';
import type { GuildService } from './guild-service.js';
import type { ImportService } from './import-service.js';
import type { LeaderboardService } from './leaderboard-service.js';
import type { MessageUpdates } from './message-updates.js';
import type { ModerationService } from './moderation-service.js';
import type { Painter } from './painter.js';
import type { ProfileService } from './profile-service.js';
import type { ReminderService } from './reminder-service.js';
import type { SearchService } from './search-service.js';
import type { SetupService } from './setup-service.js';
import type { TagService } from './tag-service.js';
import type { VoteService } from './vote-service.js';

export interface Services {
  cards: CardService;
  challenges: ChallengeService;
  clock: Clock;
  dataRights: DataRightsService;
  digestMail: DigestMailService;
  digests: DigestService;
  doctor: DoctorService;
  drafts: DraftService;
  entries: EntryService;
  exports: ExportService;
  guilds: GuildService;
  imports: ImportService;
  leaderboard: LeaderboardService;
  messageUpdates: MessageUpdates;
  moderation: ModerationService;
  painter: Painter;
  profiles: ProfileService;
  reminders: ReminderService;
  search: SearchService;
  setup: SetupService;
  tags: TagService;
  votes: VoteService;
}
