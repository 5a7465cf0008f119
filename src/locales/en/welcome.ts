/** Copy of the Start here card and of a new member's first steps. */

export const welcome = {
  card: {
    heading: '## 👋 Start here',
    lines: [
      'I collect what this cohort learns, help you get unstuck, and sum up each week.',
      '',
      '- **Share** what you learned: one line is enough.',
      '- **Ask** when you’re stuck. You see first whether somebody solved it before.',
      '- **Search** what the others know.',
      '- **My profile** says what you’re building; **Bring my README** takes in what you’ve written about it.',
    ] as readonly string[],
  },

  /** For moderators, in the set-up. */
  posting: {
    offer: 'Post “Start here”',
    posted: (link: string) =>
      `✅ The “Start here” card is posted: ${link} I pin it if I’m allowed to: that takes Pin Messages.`,
    there: (link: string) =>
      `The “Start here” card is already there: ${link} Delete it, and I can post it again.`,
    failed: (channelId: string | null) =>
      `I couldn’t post the card${channelId ? ` in <#${channelId}>` : ''}. \`/admin doctor\` says what’s missing. I keep trying for two days.`,
    underWay: 'The card is being posted right now.',
    noChannel: 'Choose the cohort channel first; then I can post the card there.',
  },

  heading: '### 👋 Three first steps',
  steps: {
    profile: 'Say what you’re building, in your profile',
    share: 'Share one thing you learned',
    help: 'Help one person: answer an open challenge',
  },
  done: (step: string) => `✅ ~~${step}~~`,
  open: (step: string) => `⬜ ${step}`,
  look: 'What’s done?',
  allDone: '🎉 All three are done. Thank you!',
};
