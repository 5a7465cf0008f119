/** Words of `/help`: a few short pages; a command between braces becomes a mention of it. */

/** What `/help` can be asked about. */
export const helpTopics = [
  'start',
  'sharing',
  'challenges',
  'searching',
  'readme',
  'digest',
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
    hint: 'What I am for, in a minute',
    emoji: '👋',
    text: [
      'I keep what your cohort learns, help you get unstuck, and look back on each week together.',
      '',
      '- {share} what you learned: one line is enough.',
      '- {challenge post} when you are stuck. Somebody may have solved it before.',
      '- {search} all of it: titles, text and tags.',
      '- {digest latest} shows the last look back.',
      '',
      'Press 👍 Helpful on what helped you. It is how people here say thanks.',
    ],
  },
  sharing: {
    name: 'Sharing',
    hint: 'Keep a learning and show it',
    emoji: '💡',
    text: [
      '{share} keeps a learning: a technology, a concept, a practice, a takeaway, a resource, a goal. Leave the options out and a form opens.',
      '',
      'Your card appears in the cohort’s channel, with a number such as #12. Changed your mind?',
      '- {entry edit} changes it; {entry history} shows what it said before.',
      '- {entry delete} takes it away; {entry restore} brings it back within 30 days.',
      '',
      'Something amiss on somebody’s card? Press 🚩 Report: the moderators alone see it.',
      '',
      'Tags help others find it: up to 5, set apart by commas.',
      '{leaderboard} shows who has been sharing and helping.',
      '{profile edit} tells what you are building; {profile view} shows it, yours or another member’s. There you can also choose to be asked, once each, about challenges with your tags that stay open.',
    ],
  },
  challenges: {
    name: 'Challenges',
    hint: 'Ask, answer, and pair the two',
    emoji: '🧩',
    text: [
      '{challenge post} asks the cohort. You see similar solved challenges first; if one helps, nothing needs posting.',
      '',
      '- Press Discuss on a card to talk it over in a thread.',
      '- Press Solve, or use {challenge solve}, to offer what worked for you.',
      '- Asked it yourself? Press Accept on the solution that worked, or use {challenge accept}. {challenge reopen} takes that back.',
      '- {challenge list} shows which ones still wait for somebody.',
    ],
  },
  searching: {
    name: 'Searching',
    hint: 'Find what somebody already knows',
    emoji: '🔎',
    text: [
      '{search} looks through titles, text and tags, and forgives typos. Without words it shows the newest.',
      '',
      '- Narrow it by kind, tag or author.',
      '- Press Save on a card, and find it again with the option `saved`.',
      '- {entry view} shows one entry by its number.',
      '- Show in channel posts a result for all to see.',
    ],
  },
  readme: {
    name: 'Your README',
    hint: 'Bring in what you wrote, and take it away again',
    emoji: '📥',
    text: [
      '{readme import} takes your README.md and finds what you learned in it: technologies, concepts, challenges with their solutions, practices, takeaways, next steps.',
      '',
      '- You see all of it first: drop what does not belong, change a kind, then Import all.',
      '- One card in the channel sums it up. Nothing is imported twice, and it brings no points.',
      '- E-mail addresses and phone numbers are left out.',
      '',
      'It reads headings such as “Key concepts” with lists below them, like this:',
      '```md\n## Challenges & Solutions\n- **Challenge:** Slow list of bookings\n  **Solution:** An index on the date\n```',
      '',
      '{readme export} goes the other way: a README.md made of what you shared, with your project from {profile edit}.',
    ],
  },
  digest: {
    name: 'Digest',
    hint: 'The cohort’s week at a glance',
    emoji: '📬',
    text: [
      'Once a week I post what was learned, which challenges were solved, and which still wait for help.',
      '',
      '- {digest latest} shows the last one again, with Previous and Next for older ones.',
      '- Press Discuss on a digest to talk it over in a thread.',
      '- {digest preview} shows the next one as it looks so far.',
      '- {digest subscribe} sends you each one by direct message as well; {digest unsubscribe} ends that.',
      '',
      'Whatever you share before it comes is in it.',
    ],
  },
  moderators: {
    name: 'For moderators',
    hint: 'Set up, check, and schedule',
    emoji: '🛠️',
    text: [
      '- {admin setup} chooses channels, moderators, language, time zone and the day of the digest; its page Digest what the digest shows, whom it pings, and whether an empty week gets a nudge.',
      '- {admin settings} shows all that is set.',
      '- {admin doctor} checks permissions, channels and schedule, and says how to mend what is amiss.',
      '- {admin stats} counts what is shared, by how many, and how long challenges wait.',
      '- {admin export} gives you all of it: as pages to read, or as JSON or CSV with members, entries, pairs, tags and digests.',
      '- {admin tag rename} puts one tag in the place of another on every entry, and so makes one of two; {admin tag remove} takes one off everywhere.',
      '- {admin digest schedule}, {admin digest pause}, {admin digest resume} and {admin digest run} are for the digest.',
      '',
      'Moderators are members with Manage Server, and those of the role chosen in the set-up. If that role does not see `/admin`, allow it in Server Settings → Integrations.',
    ],
  },
  moderating: {
    name: 'Moderating',
    hint: 'Reports, review, and what to do with an entry',
    emoji: '🧭',
    text: [
      '- Members press Report on a card. {admin queue} goes through what was reported and what waits to be published, the oldest first; with a log channel it is posted there too, with the same buttons.',
      '- Keep leaves an entry where it is, Hide takes it out of sight, Remove away. Whoever decides first decides.',
      '- The page Safety of {admin setup} says whose entries you look at before others see them: nobody’s, those of new members, or everybody’s.',
      '- {admin entry hide} takes an entry out of sight, {admin entry remove} away from its author too; {admin entry restore} brings either back within 30 days, with its cards and its pair.',
      '- {admin member mute} keeps a member from contributing for a while; {admin member unmute} ends it.',
      '- {admin audit} shows who did what and why. A log channel is told at once.',
      '',
      'Whoever it concerns hears from me what happened and why, by direct message or at their next command: so give a reason.',
    ],
  },
  privacy: {
    name: 'Privacy',
    hint: 'What I keep, and what I do not',
    emoji: '🔒',
    text: [
      'I keep what you give me: your entries with their edits, and what you press on cards (Helpful, Save). I keep the name you go by here, so that your cards can say whose they are.',
      '',
      '- I do not read messages in the channels.',
      '- What you type in a form that did not go through is kept for a day, for you alone.',
      '- Of a README you hand over I keep what you import, and a preview you have not decided on for a day; the file itself I do not.',
      '- {entry delete} removes an entry of yours from the channel and from search.',
      '- Whoever subscribes to the digest gets it by direct message until they unsubscribe or leave.',
      '- I ping nobody but the one member an action concerns, and with the digest the role that moderators chose, if any.',
      '- When I am removed from a server, its data are erased 30 days later.',
      '',
      '{mydata export} gives you everything I keep about you here; {mydata forget} erases you, and asks what is to become of your entries. If you have left, a moderator can do it for you.',
    ],
  },
};

export const help = {
  commands: {
    description: 'What I can do for you, in short',
    topic: 'What you would like to know about',
  },
  heading: (emoji: string, name: string) => `### ${emoji} ${name}`,
  choose: 'Read about something else',
  topics,
};
