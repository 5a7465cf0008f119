/** What a member follows, as others and they themselves see it. */
import type { FollowKind } from '../../entities/follow.js';

/** Things one member may follow. */
export const mostFollows = 25;

export interface Followed {
  kind: FollowKind;
  /** The tag, the challenge's number, or the member's id. */
  target: string;
  /** A challenge's title or a member's name; null when it's gone or is a tag. */
  name: string | null;
}
