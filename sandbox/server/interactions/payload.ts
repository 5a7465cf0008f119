/** The payload of an interaction as a bot receives it, and the record kept of it. */

import { permissionsIn } from '../actions/access.js';
import type { JsonObject } from '../json.js';
import type { Sandbox } from '../sandbox.js';
import type { ChannelRecord, MemberRecord, UserRecord } from '../state/records.js';
import { memberView, userView } from '../views/people.js';
import { channelView } from '../views/places.js';
import { installsIn, isKeptPrivate, ownersOf } from './installs.js';
import type { InteractionRecord } from './record.js';

const ATTACHMENT_SIZE_LIMIT = 10 * 1_024 * 1_024;
const GUILD_CONTEXT = 0;
const DIRECT_CONTEXT = 1;

export interface InteractionDraft {
  applicationId: string;
  person: UserRecord;
  channel: ChannelRecord;
  type: number;
  data: JsonObject;
  /** Type of the message that answers it. */
  answerType: number;
  /** What its messages' `interaction_metadata` says besides id, type and user. */
  metadata?: JsonObject;
  sourceMessageId?: string;
  /** The view of the message a component stands on. */
  message?: JsonObject;
  /** The installs a command is used by; all that there are by default. */
  installs?: number[];
}

export function openInteraction(
  sandbox: Sandbox,
  draft: InteractionDraft,
): { record: InteractionRecord; payload: JsonObject } {
  const { person, channel, applicationId, type } = draft;
  const id = sandbox.ids.next();
  const installs = draft.installs ?? installsIn(sandbox, applicationId, person, channel);
  const record: InteractionRecord = {
    id,
    token: sandbox.interactions.newToken(),
    type,
    applicationId,
    userId: person.id,
    channelId: channel.id,
    ...(channel.guildId && { guildId: channel.guildId }),
    createdAt: Date.now(),
    metadata: {
      id,
      type,
      user_id: person.id,
      authorizing_integration_owners: ownersOf(installs, person, channel),
      ...draft.metadata,
    },
    answerType: draft.answerType,
    ...(draft.sourceMessageId && { sourceMessageId: draft.sourceMessageId }),
    loading: false,
    ...(isKeptPrivate(sandbox, installs, person, channel) && { isPrivate: true }),
    messageIds: new Set(draft.sourceMessageId ? [draft.sourceMessageId] : []),
  };
  return { record, payload: payloadOf(sandbox, draft, record) };
}

function payloadOf(sandbox: Sandbox, draft: InteractionDraft, record: InteractionRecord): JsonObject {
  const { state } = sandbox;
  const { person, channel } = draft;
  const guild = channel.guildId ? state.guilds.get(channel.guildId) : undefined;
  const member = guild?.members[person.id];
  return {
    id: record.id,
    application_id: record.applicationId,
    type: record.type,
    token: record.token,
    version: 1,
    channel_id: channel.id,
    channel: channelView(state, channel),
    ...(guild && {
      guild_id: guild.id,
      guild: { id: guild.id, locale: guild.locale, features: [] },
      guild_locale: guild.locale,
    }),
    ...(member ? { member: memberIn(sandbox, member, channel) } : { user: userView(state, person.id) }),
    locale: person.locale,
    app_permissions: permissionsIn(sandbox, record.applicationId, channel).toString(),
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: record.metadata.authorizing_integration_owners,
    context: guild ? GUILD_CONTEXT : DIRECT_CONTEXT,
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
    data: draft.data,
    ...(draft.message && { message: draft.message }),
  };
}

/** A member as an interaction carries them: with their permissions in the channel. */
export function memberIn(
  sandbox: Sandbox,
  member: MemberRecord,
  channel: ChannelRecord,
  withUser = true,
): JsonObject {
  return {
    ...memberView(sandbox.state, member, withUser),
    permissions: permissionsIn(sandbox, member.userId, channel).toString(),
  };
}

/** What `resolved` holds for ids that options or selects gave. */
export class Resolved {
  private readonly maps: { [kind: string]: JsonObject } = {};

  constructor(
    private readonly sandbox: Sandbox,
    private readonly channel: ChannelRecord,
  ) {}

  user(id: string): void {
    const { state } = this.sandbox;
    this.put('users', id, userView(state, id));
    const guild = this.channel.guildId ? state.guilds.get(this.channel.guildId) : undefined;
    const member = guild?.members[id];
    if (!member) return;
    const { deaf, mute, ...view } = memberIn(this.sandbox, member, this.channel, false);
    this.put('members', id, view);
  }

  put(kind: string, id: string, value: JsonObject): void {
    let map = this.maps[kind];
    if (!map) {
      map = {};
      this.maps[kind] = map;
    }
    map[id] = value;
  }

  /** A channel, with the person's permissions in it. */
  place(channel: ChannelRecord, personId: string): void {
    const { permission_overwrites, recipients, ...view } = channelView(this.sandbox.state, channel);
    const permissions = permissionsIn(this.sandbox, personId, channel).toString();
    this.put('channels', channel.id, { ...view, permissions });
  }

  /** The `resolved` part of a payload, left out when empty. */
  part(): { resolved?: JsonObject } {
    return Object.keys(this.maps).length > 0 ? { resolved: this.maps } : {};
  }
}
