/** Every route of Discord's API that the sandbox serves: the one list. */
import type { Route } from '../http/route.js';
import { applicationRoutes } from './applications.js';
import { channelRoutes } from './channels.js';
import { commandRoutes } from './commands.js';
import { emojiRoutes } from './emojis.js';
import { eventRoutes } from './events.js';
import { guildRoutes } from './guilds.js';
import { interactionRoutes } from './interactions.js';
import { inviteRoutes } from './invites.js';
import { memberRoutes } from './members.js';
import { messageRoutes } from './messages.js';
import { moderationRoutes } from './moderation.js';
import { pinRoutes } from './pins.js';
import { pollRoutes } from './polls.js';
import { reactionRoutes } from './reactions.js';
import { roleRoutes } from './roles.js';
import { threadListRoutes } from './thread-lists.js';
import { threadRoutes } from './threads.js';
import { userRoutes } from './users.js';
import { webhookAdminRoutes } from './webhook-admin.js';
import { webhookRoutes } from './webhooks.js';

export const ROUTES: Route[] = [
  ...applicationRoutes,
  ...channelRoutes,
  ...commandRoutes,
  ...emojiRoutes,
  ...eventRoutes,
  ...guildRoutes,
  ...interactionRoutes,
  ...inviteRoutes,
  ...memberRoutes,
  ...messageRoutes,
  ...moderationRoutes,
  ...pinRoutes,
  ...pollRoutes,
  ...reactionRoutes,
  ...roleRoutes,
  ...threadListRoutes,
  ...threadRoutes,
  ...userRoutes,
  ...webhookAdminRoutes,
  ...webhookRoutes,
];
