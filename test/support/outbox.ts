/** An outbox over the real database, with a Discord that records what is posted and fails as a test asks for. */
import type { DataSource } from 'typeorm';
import type {
  FindOutcome,
  Marker,
  Messenger,
  OpenOutcome,
  Post,
  PostOutcome,
} from '../../src/outbox/delivery.js';
import { Outbox } from '../../src/outbox/outbox.js';
import type { Topic } from '../../src/outbox/topic.js';

export interface PostedMessage extends Post {
  messageId: string;
}

/**
 * What a post comes to. `posted-unheard` posts it and gives no answer, `lost` gives none and posts nothing; after a crash
 * the process does nothing any more.
 */
export type PostFault = 'posted-unheard' | 'lost' | 'crash-before' | 'crash-after' | PostOutcome;

/** Stands for the end of the process. */
export class Crash extends Error {}

/** Discord as far as the outbox can see it. It knows no nonces: what is sent twice is there twice. */
export class RecordingMessenger implements Messenger {
  readonly messages: PostedMessage[] = [];
  /** What the next posts come to; posted when none is left. */
  readonly faults: PostFault[] = [];
  readonly searches: { channelId: string; since: Date }[] = [];
  /** What opening a direct channel comes to, by user. */
  readonly doors = new Map<string, OpenOutcome>();
  /** What every post to a channel comes to. */
  readonly channels = new Map<string, PostOutcome>();
  findFault: FindOutcome | undefined;
  /** Which posts the faults are for. */
  isFaulty: (post: Post) => boolean = () => true;
  posts = 0;
  private crashed = false;

  /** As another process sees the same Discord. */
  restarted(): this {
    this.crashed = false;
    return this;
  }

  async openDirect(userId: string): Promise<OpenOutcome> {
    this.dieIfDead();
    return this.doors.get(userId) ?? { outcome: 'open', channelId: directChannelOf(userId) };
  }

  async post(post: Post): Promise<PostOutcome> {
    this.dieIfDead();
    const isFaulty = this.isFaulty(post);
    if (isFaulty) this.posts += 1;
    const fault = (isFaulty ? this.faults.shift() : undefined) ?? this.channels.get(post.channelId);
    if (typeof fault === 'object') return fault;
    if (fault === 'lost') return { outcome: 'unknown' };
    if (fault === 'crash-before') this.crashed = true;
    this.dieIfDead();
    const messageId = String(900_000_000_000_000_000n + BigInt(this.messages.length));
    this.messages.push({ ...post, messageId });
    if (fault === 'crash-after') this.crashed = true;
    this.dieIfDead();
    return fault === 'posted-unheard' ? { outcome: 'unknown' } : { outcome: 'posted', messageId };
  }

  async find(
    { channelId }: { guildId: string; channelId: string },
    marker: Marker,
    since: Date,
  ): Promise<FindOutcome> {
    this.dieIfDead();
    this.searches.push({ channelId, since });
    if (this.findFault) return this.findFault;
    const message = this.messages.find(
      (one) => one.channelId === channelId && (one.componentId === marker.componentId || hasId(one, marker)),
    );
    return message ? { outcome: 'found', messageId: message.messageId } : { outcome: 'absent' };
  }

  /** Messages of a channel, in their order. */
  in(channelId: string): PostedMessage[] {
    return this.messages.filter((message) => message.channelId === channelId);
  }

  get isDead(): boolean {
    return this.crashed;
  }

  private dieIfDead(): void {
    if (this.crashed) throw new Crash();
  }
}

export const directChannelOf = (userId: string) => `5${userId.slice(1)}`;

function hasId({ view }: Post, { customIds }: Marker): boolean {
  const written = JSON.stringify(view.components);
  // The mark of an entry may follow.
  return customIds.some(
    (id) => written.includes(`"custom_id":"${id}"`) || written.includes(`"custom_id":"${id}:`),
  );
}

/** An outbox of one process. Nothing reaches the database any more once its Discord has crashed. */
export function makeOutbox(
  dataSource: DataSource,
  topics: readonly Topic[],
  { messenger, clock }: { messenger: RecordingMessenger; clock: () => Date },
) {
  const errors: unknown[] = [];
  const guarded = new Proxy(dataSource, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        if (messenger.isDead) throw new Crash();
        return (value as (...values: unknown[]) => unknown).apply(target, given);
      };
    },
  });
  const outbox = new Outbox({
    dataSource: guarded,
    messenger,
    clock,
    log: { warn: () => undefined, error: (facts: unknown) => void errors.push(facts) } as never,
    pace: async () => undefined,
  });
  outbox.register(topics);
  return Object.assign(outbox, { errors });
}
