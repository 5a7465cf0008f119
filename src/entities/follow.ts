/** Something a member follows: a tag, a challenge, or another member. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const followKinds = ['tag', 'challenge', 'member'] as const;
export type FollowKind = (typeof followKinds)[number];

@Entity({ name: 'follows' })
export class Follow {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'member_id', type: 'bigint' })
  memberId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: FollowKind;

  /** The tag, the challenge's number, or the member's id. */
  @PrimaryColumn({ type: 'text' })
  target!: string;

  @Column({ name: 'followed_at', type: 'timestamptz' })
  followedAt!: Date;
}
