/** Copy of `/help`: a few short pages. A command in braces becomes a clickable mention. */

/** What `/help` can be asked about. */
export const helpTopics = [
  'start',
  'sharing',
  'challenges',
  'searching',
  'projects',
  'sessions',
  'readme',
  'digest',
  'buddies',
  'moderators',
  'moderating',
  'privacy',
] as const;
export type HelpTopic = (typeof helpTopics)[number];

interface Page {
  name: string;
  hint: string;
  emoji: string;
  /** Lines of Markdown; `{share}` or `{challenge post}` stands for a command. */
  text: readonly string[];
}

const topics: Record<HelpTopic, Page> = {
  start: {
    name: 'Getting started',
    hint: 'What I’m for, in a minute',
    emoji: '👋',
    text: [
      'I collect what your cohort learns, help you get unstuck, and sum up each week.',
      '',
      '- {share} what you learned: one line is enough.',
      '- {challenge post} when you’re stuck. Someone may have solved it before.',
      '- {search} all of it: titles, text and tags.',
      '- {readme import} brings in your project’s README, and {readme export} gives you one to take away.',
      '- {profile edit} says who you are and what you’re building.',
      '- {digest latest} shows the last weekly summary.',
      '',
      'Press 👍 Helpful on what helped you. It’s how people here say thanks.',
    ],
  },
  sharing: {
    name: 'Sharing',
    hint: 'Share what you learned',
    emoji: '💡',
    text: [
      '{share} posts a learning: a technology, concept, practice, takeaway, resource or goal. Without options it opens a form; `picture` takes a screenshot.',
      '',
      'Your card appears in the cohort channel, with a number such as `#12`. Changed your mind?',
      '- {entry edit} changes it and its picture; {entry history} shows earlier versions.',
      '- {entry delete} deletes it; {entry restore} brings it back within 30 days.',
      '',
      'Something wrong with a card? Press 🚩 Report: only moderators see it.',
      '',
      'Said well in the chat? In the message’s menu, under Apps, choose Save as learning, Save as challenge or Use as solution. They’re its author.',
      'Format as code, in the same menu, tidies pasted code: for you, and for everyone if it’s yours.',
      '',
      'Tags help others find it: up to 5, comma-separated.',
      '{leaderboard} shows who has been sharing and helping.',
      '{profile edit} says what you’re building, and whether I may ask you about open challenges; {profile view} shows profiles and badges.',
      '{follow add} tells you what’s new about a tag, a challenge or a member. Your profile’s Notifications say how.',
      'I answer you in the language of your Discord, if I speak it. The `language` option of {profile edit} changes that.',
    ],
  },
  challenges: {
    name: 'Challenges',
    hint: 'Ask, answer, and accept what worked',
    emoji: '🧩',
    text: [
      '{challenge post} asks the cohort. You see similar solved challenges first; if one helps, you don’t need to post.',
      '',
      '- Press Discuss on a card to talk it over in a thread.',
      '- Press Solve, or use {challenge solve}, to offer what worked for you.',
      '- Was it your challenge? Press Accept on the solution that worked, or use {challenge accept}. {challenge reopen} undoes that.',
      '- {challenge list} shows which ones are still open.',
    ],
  },
  searching: {
    name: 'Searching',
    hint: 'Find what someone already knows',
    emoji: '🔎',
    text: [
      '{search} looks through titles, text and tags, and tolerates typos. Without words it shows the newest entries.',
      '',
      '- Narrow it by kind, tag or author.',
      '- Press Save on a card, and find it again with the `saved` option.',
      '- {entry view} shows one entry by its number.',
      '- Show in channel posts a result for everyone to see.',
    ],
  },
  projects: {
    name: 'Projects',
    hint: 'Show what you build, and find people to build with',
    emoji: '🚀',
    text: [
      '{project publish} puts your project on the board: what it does, what it’s built with, where its API is, and who you look for.',
      '',
      '- {project list} shows what others build, by track, stack or who is looked for.',
      '- Press Interested on a project: I open a thread for you and its owner.',
      '- {project view} shows one project. If it’s yours, change it there, or add those who work on it with you; each confirms it.',
      '- {project close} takes it off the board. If nothing happens for six weeks, I ask you once, then close it.',
      '',
      'A project with an API address and its documentation is an invitation to build a frontend for it.',
    ],
  },
  sessions: {
    name: 'Study sessions',
    hint: 'Plan one, and say that you come',
    emoji: '📚',
    text: [
      '{session plan} plans a study session. Write the time as you say it, such as tomorrow 18:00 or Fri 7pm: you see how I understood it before anything is posted.',
      '',
      '- Press Join on its card, and I mention you 15 minutes before it starts.',
      '- Where I may create events, the session is also an event of this server. If someone moves or cancels it there, the card follows.',
      '- Afterwards press Share what you learned. It names those who pressed I was there.',
      '- {session list} shows what’s coming; {session cancel} cancels one you planned.',
    ],
  },
  readme: {
    name: 'Your README',
    hint: 'Import what you wrote, and export it again',
    emoji: '📥',
    text: [
      '{readme import} reads your README.md and finds what you learned: technologies, concepts, challenges with their solutions, practices, takeaways, next steps.',
      '',
      '- You see everything first: drop what doesn’t belong, change a kind, then press Import all.',
      '- One card in the channel sums it up. Nothing is imported twice, and imports earn no points.',
      '- E-mail addresses and phone numbers are left out.',
      '',
      'It reads headings such as “Key concepts” followed by lists, like this:',
      '```md\n## Challenges & Solutions\n- **Challenge:** Slow list of bookings\n  **Solution:** An index on the date\n```',
      '',
      '{readme export} does the reverse: it gives you a README.md made from what you shared, with your project from {profile edit}.',
    ],
  },
  digest: {
    name: 'Digest',
    hint: 'The cohort’s week at a glance',
    emoji: '📬',
    text: [
      'Once a week I post what was learned, which challenges were solved, and which are still waiting for help.',
      '',
      '- {digest latest} shows the last one again, with Previous and Next for older ones.',
      '- Press Discuss on a digest to talk it over in a thread.',
      '- {digest preview} shows what the next one contains so far.',
      '- {digest subscribe} also sends you each one by direct message; {digest unsubscribe} stops that.',
      '',
      'What you share before then is in the next one.',
    ],
  },
  buddies: {
    name: 'Study buddies',
    hint: 'Meet someone new every week',
    emoji: '🤝',
    text: [
      'Every week I match you with one member: a backend with a frontend learner where possible, with tags, a project or hours in common, and never the same one while there’s someone else.',
      '',
      '- {buddies join} takes part; {buddies leave} stops it at once.',
      '- {buddies skip} takes a break from the next round.',
      '- {buddies status} shows your buddy and the next round. There you choose your hours, whether the digest may name you, and whom you’re never matched with. Nobody else sees that.',
      '',
      'Your group gets a private thread, or a direct message where I can’t open one. Four days later I ask whether you met. Swap contact? shares your profile’s links once everyone in the group presses it.',
      '{profile edit} with your track and project makes better matches.',
    ],
  },
  moderators: {
    name: 'For moderators',
    hint: 'Set up, check, and schedule',
    emoji: '🛠️',
    text: [
      '- {admin setup} chooses channels, moderators, language, time zone and the digest day. On its Digest page you choose what the digest shows, which role it pings, and whether an empty week gets a nudge. It also posts a “Start here” card.',
      '- {admin settings} shows the current settings.',
      '- {admin doctor} checks permissions, channels and schedule, and says how to fix what’s wrong.',
      '- {admin stats} shows how much is shared, by how many members, and how long challenges wait.',
      '- {admin export} gives you everything: as pages to read, or as JSON or CSV with members, entries, pairs, tags and digests.',
      '- {admin tag rename} renames a tag on every entry, which can also merge two tags; {admin tag remove} removes a tag everywhere.',
      '- {admin digest schedule}, {admin digest pause}, {admin digest resume} and {admin digest run} control the digest.',
      '- {admin buddies schedule}, {admin buddies pause} and {admin buddies run} control study buddies.',
      '',
      'Moderators are members with Manage Server or with the moderator role from {admin setup}. If that role doesn’t see `/admin`, allow it in Server Settings → Integrations.',
    ],
  },
  moderating: {
    name: 'Moderating',
    hint: 'Reports, review, and what to do with an entry',
    emoji: '🧭',
    text: [
      '- Members press Report on a card. {admin queue} goes through what was reported and what is waiting to be published, oldest first; with a log channel it’s posted there too, with the same buttons.',
      '- Keep leaves an entry where it is, Hide makes it invisible to others, Remove takes it away from everyone. The first decision counts.',
      '- The Safety page of {admin setup} decides whose entries you review before others see them: nobody’s, new members’, or everyone’s.',
      '- {admin entry hide} hides an entry from others, {admin entry remove} removes it for its author too; {admin entry restore} brings either back within 30 days, with its cards and its pair.',
      '- {admin member mute} stops a member from contributing for a while; {admin member unmute} ends that.',
      '- {admin audit} shows who did what and why. It’s also posted in the log channel, if there is one.',
      '',
      'I let the affected member know what happened and why, by direct message or after their next command, so give a reason.',
    ],
  },
  privacy: {
    name: 'Privacy',
    hint: 'What I store, and what I don’t',
    emoji: '🔒',
    text: [
      'I store what you give me: your entries with their edits, and your Helpful and Save clicks on cards. I also store your display name here, so that your cards can show it.',
      '',
      '- I don’t read messages in the channels.',
      '- If a form you filled in fails, I keep your text for a day, visible only to you.',
      '- When you import a README, I store the entries you import, and an undecided preview for a day. I don’t store the file.',
      '- {entry delete} removes an entry of yours from the channel and from search.',
      '- If you subscribe to the digest, you get it by direct message until you unsubscribe or leave.',
      '- I only ping the one member an action concerns and, with the digest, the role that moderators chose, if any.',
      '- If I’m removed from a server, I erase its data 30 days later.',
      '',
      '{mydata export} gives you everything I store about you here. {mydata forget} erases it, and asks what should happen to your entries. If you’ve left the server, a moderator can do it for you.',
    ],
  },
};

export const help = {
  commands: {
    description: 'What I can do for you',
    topic: 'What you want to read about',
  },
  heading: (emoji: string, name: string) => `### ${emoji} ${name}`,
  choose: 'Read about something else',
  unknown: (typed: string) =>
    `I have no page about “${typed}”. Here’s the first one; the list below has the others.`,
  topics,
};
