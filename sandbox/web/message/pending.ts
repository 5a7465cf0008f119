/** What the viewer has asked for and not got yet: interactions on their way, and what became of those that failed. */

/** What Discord shows when an interaction comes to nothing, and why it did. */
export interface Failure {
  /** What happened, in Discord's words: 'This interaction failed'. */
  text: string;
  /** The sandbox's own words about it. */
  reason?: string;
}

/** A command of the viewer's own that has no answer yet, or that came to nothing. */
export interface Pending {
  id: string;
  /** As typed: `/share`, or the name of a context menu's command. */
  command: string;
  /** The user id of the bot that is asked. */
  botId?: string;
  failure?: Failure;
}
