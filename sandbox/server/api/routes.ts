/** Every route of Discord's API that the sandbox serves: the one list. */
import type { Handler } from '../http/call.js';
import { applicationRoutes } from './applications.js';
import { channelRoutes } from './channels.js';
import { commandRoutes } from './commands.js';
import { guildRoutes } from './guilds.js';
import { interactionRoutes } from './interactions.js';
import { memberRoutes } from './members.js';
import { messageRoutes } from './messages.js';
import { reactionRoutes } from './reactions.js';
import { threadRoutes } from './threads.js';
import { userRoutes } from './users.js';
import { webhookRoutes } from './webhooks.js';

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Discord's own template, with its names for the parameters. */
  template: string;
  handler: Handler;
  /** Takes no token: the path carries one. */
  open?: boolean;
  /** No rate limit at all. */
  unlimited?: boolean;
}

export const ROUTES: Route[] = [
  ...applicationRoutes,
  ...channelRoutes,
  ...commandRoutes,
  ...guildRoutes,
  ...interactionRoutes,
  ...memberRoutes,
  ...messageRoutes,
  ...reactionRoutes,
  ...threadRoutes,
  ...userRoutes,
  ...webhookRoutes,
];
