/** One member's Helpful for one entry. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'helpful_votes' })
export class HelpfulVote {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'entry_number', type: 'integer' })
  entryNumber!: number;

  @PrimaryColumn({ name: 'member_id', type: 'bigint' })
  memberId!: string;

  @Column({ name: 'voted_at', type: 'timestamptz' })
  votedAt!: Date;
}
