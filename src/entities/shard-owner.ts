/** Which process answers for a shard: its fencing token, which grows with every new owner. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'shard_owners' })
export class ShardOwner {
  /** A hash of the bot's token. */
  @PrimaryColumn({ type: 'text' })
  bot!: string;

  @PrimaryColumn({ name: 'shard_count', type: 'integer' })
  shardCount!: number;

  @PrimaryColumn({ name: 'shard_id', type: 'integer' })
  shardId!: number;

  @Column({ type: 'bigint' })
  token!: string;

  @Column({ name: 'owned_since', type: 'timestamptz' })
  ownedSince!: Date;
}
