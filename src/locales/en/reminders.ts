/** Copy of the reminder that a challenge is still open. */
export const reminders = {
  heading: (title: string, since: string) => `🙋 **${title}**, asked ${since}, is still open`,
  /** `members` and `tags` are already formatted. */
  ask: (members: readonly string[], tags: readonly string[]) =>
    `${members.join(' ')} you’ve worked with ${tags.join(', ')}. Even a hint helps: what would you try first?`,
  look: 'I’ll look at it',
  pass: 'Not now',
  looking:
    '✅ Thank you. I tell the asker, and your name is on the card. Press Solve when you have something.',
  passed: '✅ No problem. I won’t ask you about another one for a week.',
  passedOn: '✅ No problem. I ask someone else, and you about no other one for a week.',
  note: '-# I ask only once, because you chose to be asked. To stop, use the button in /profile view.',
};
