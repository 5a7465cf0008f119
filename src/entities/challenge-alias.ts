/** What a member asked who then found the answer in a challenge that was solved before. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'challenge_aliases' })
export class ChallengeAlias {
  @PrimaryColumn({ name: 'guild_id', type: 'bigint' })
  guildId!: string;

  @PrimaryColumn({ name: 'challenge_number', type: 'integer' })
  challengeNumber!: number;

  @PrimaryColumn({ name: 'member_id', type: 'bigint' })
  memberId!: string;

  @Column({ type: 'text' })
  words!: string;

  @Column({ name: 'learned_at', type: 'timestamptz' })
  learnedAt!: Date;
}
