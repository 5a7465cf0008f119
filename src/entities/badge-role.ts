/** A role that members get with a badge, as a moderator chose. */
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** Every badge, the most remarkable first. */
export const badges = ['teacher', 'bridge-builder', 'four-weeks', 'first-accepted', 'first-share'] as const;
export type Badge = (typeof badges)[number];

@Entity({ name: 'badge_roles' })
@Unique(['guildId', 'roleId'])
export class BadgeRole {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ type: 'text' })
  badge!: Badge;

  @Column({ name: 'role_id', type: 'bigint' })
  roleId!: string;

  @Column({ name: 'tied_at', type: 'timestamptz' })
  tiedAt!: Date;

  /** When it is compared again who earned the badge. */
  @Index('badge_roles_check')
  @Column({ name: 'check_at', type: 'timestamptz' })
  checkAt!: Date;
}
