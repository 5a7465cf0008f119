/** What a member typed but hasn't submitted yet, so that no form loses it. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'drafts' })
export class Draft {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @Column({ name: 'member_id', type: 'bigint' })
  memberId!: string;

  @Column({ type: 'text' })
  form!: string;

  @Column({ type: 'jsonb' })
  fields!: Record<string, unknown>;

  @Column({ name: 'kept_until', type: 'timestamptz' })
  keptUntil!: Date;
}
