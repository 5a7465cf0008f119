/** Users, direct-message channels and the guilds of the bot itself. */

import { requireGuild } from '../actions/access.js';
import { openDirectChannel } from '../actions/channels.js';
import { leaveGuild } from '../actions/guilds.js';
import { NO_CONTENT, ok } from '../http/call.js';
import { invalidField, refuse } from '../http/errors.js';
import type { Route } from '../http/route.js';
import { guildPermissions } from '../permissions.js';
import { compareIds } from '../snowflake.js';
import { memberCount, memberView, ownUserView, userView } from '../views/people.js';
import { channelView } from '../views/places.js';

const MAX_PAGE = 200;

export const userRoutes: Route[] = [
  {
    method: 'GET',
    template: '/users/@me',
    handler: (call) => ok(ownUserView(call.sandbox.state, call.application)),
  },
  {
    method: 'PATCH',
    template: '/users/@me',
    takes: ['username'],
    handler: (call) => {
      const { sandbox, application } = call;
      const user = sandbox.state.users.get(application.id);
      const { username } = call.body();
      if (user && typeof username === 'string') {
        user.username = username;
        application.name = username;
        sandbox.state.changed();
        sandbox.gateway.emit({
          name: 'USER_UPDATE',
          intent: 0,
          only: (one) => one.id === application.id,
          data: () => ownUserView(sandbox.state, application),
        });
      }
      return ok(ownUserView(sandbox.state, application));
    },
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
    takes: ['recipient_id'],
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
    query: ['before', 'after', 'limit', 'with_counts'],
    handler: (call) => {
      const { state } = call.sandbox;
      const { query } = call;
      const found = [...state.guilds.values()]
        .filter(({ id }) => compareIds(id, query.get('after') ?? '0') > 0)
        .filter(({ id }) => !query.has('before') || compareIds(id, query.get('before') ?? '') < 0)
        .sort((first, second) => compareIds(first.id, second.id));
      const guilds = found.slice(0, Number(query.get('limit') ?? MAX_PAGE)).flatMap((guild) => {
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
            ...(query.get('with_counts') === 'true' && {
              approximate_member_count: memberCount(guild),
              approximate_presence_count: memberCount(guild),
            }),
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
      const { member } = requireGuild(call.sandbox, call.application.id, call.param('guild_id'));
      return ok(memberView(call.sandbox.state, member));
    },
  },
  {
    method: 'DELETE',
    template: '/users/@me/guilds/{guild_id}',
    handler: (call) => {
      const { guild } = requireGuild(call.sandbox, call.application.id, call.param('guild_id'));
      leaveGuild(call.sandbox, guild, call.application);
      return NO_CONTENT;
    },
  },
];
