/** Users, direct-message channels and the guilds of the bot itself. */

import { reachGuild } from '../actions/access.js';
import { openDirectChannel } from '../actions/channels.js';
import { leaveGuild } from '../actions/guilds.js';
import { NO_CONTENT, ok } from '../http/call.js';
import { invalidField, refuse } from '../http/errors.js';
import { guildPermissions } from '../permissions.js';
import { memberView, ownUserView, userView } from '../views/people.js';
import { channelView } from '../views/places.js';
import type { Route } from './routes.js';

export const userRoutes: Route[] = [
  {
    method: 'GET',
    template: '/users/@me',
    handler: (call) => ok(ownUserView(call.sandbox.state, call.application)),
  },
  {
    method: 'GET',
    template: '/users/{user_id}',
    handler: (call) => {
      const id = call.param('user_id');
      if (!call.sandbox.state.users.has(id)) throw refuse('unknownUser');
      return ok(userView(call.sandbox.state, id));
    },
  },
  {
    method: 'POST',
    template: '/users/@me/channels',
    handler: (call) => {
      const { sandbox, application } = call;
      const id = String(call.body().recipient_id);
      const person = sandbox.state.users.get(id);
      if (!person) throw refuse('unknownUser');
      if (person.bot) throw refuse('cannotDm');
      if (id === application.id)
        throw invalidField('recipient_id', 'CANNOT_DM_SELF', 'Cannot send messages to yourself');
      return ok(channelView(sandbox.state, openDirectChannel(sandbox, application, id)));
    },
  },
  {
    method: 'GET',
    template: '/users/@me/guilds',
    handler: (call) => {
      const { state } = call.sandbox;
      const guilds = [...state.guilds.values()].flatMap((guild) => {
        const member = guild.members[call.application.id];
        if (!member) return [];
        const permissions = guildPermissions(guild, member).toString();
        return [
          {
            id: guild.id,
            name: guild.name,
            icon: null,
            banner: null,
            owner: false,
            permissions,
            features: [],
          },
        ];
      });
      return ok(guilds);
    },
  },
  {
    method: 'GET',
    template: '/users/@me/guilds/{guild_id}/member',
    handler: (call) => {
      const { member } = reachGuild(call.sandbox, call.application.id, call.param('guild_id'));
      return ok(memberView(call.sandbox.state, member));
    },
  },
  {
    method: 'DELETE',
    template: '/users/@me/guilds/{guild_id}',
    handler: (call) => {
      const { guild } = reachGuild(call.sandbox, call.application.id, call.param('guild_id'));
      leaveGuild(call.sandbox, guild, call.application);
      return NO_CONTENT;
    },
  },
];
