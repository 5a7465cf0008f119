/** How a member wants to be told of what. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const newsKinds = ['solution', 'accepted', 'helped', 'followed'] as const;
export type NewsKind = (typeof newsKinds)[number];

/** By direct message, in the cohort's channel, or not at all. */
export const newsWays = ['direct', 'channel', 'off'] as const;
export type NewsWay = (typeof newsWays)[number];

/** Of those who chose nothing: in the channel they are mentioned where it happens. */
export const usualWays: Readonly<Record<NewsKind, NewsWay>> = {
  solution: 'channel',
  accepted: 'channel',
  helped: 'direct',
  followed: 'direct',
};

@Entity({ name: 'news_settings' })
export class NewsSettings {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'member_id', type: 'bigint' })
  memberId!: string;

  /** Their challenge has a new solution. */
  @Column({ type: 'text' })
  solution!: NewsWay;

  /** Their solution was accepted. */
  @Column({ type: 'text' })
  accepted!: NewsWay;

  /** Their entry helped three people. */
  @Column({ type: 'text' })
  helped!: NewsWay;

  /** Something new of what they follow. */
  @Column({ type: 'text' })
  followed!: NewsWay;

  /** When they were last told something. */
  @Column({ name: 'told_at', type: 'timestamptz', nullable: true })
  toldAt!: Date | null;
}
