/** Words of the reminder that a challenge is still open. */
export const reminders = {
  heading: (title: string, since: string) => `🙋 **${title}** is still open, asked ${since}`,
  /** `members` and `tags` are ready to be shown. */
  ask: (members: readonly string[], tags: readonly string[]) =>
    `${members.join(' ')} you have worked with ${tags.join(', ')}. Even a hint helps: what would you try first?`,
  note: '-# Asked once, because you chose to be. /profile view has the button that ends it.',
};
