/** Copy of study sessions. */
import { named } from './people.js';
import { plural } from './plural.js';

export const sessions = {
  commands: {
    description: 'Study sessions: plan one, and see which are coming',
    plan: 'Plan a study session; you see how I understood the time before anything is posted',
    topic: 'What it’s about, such as Pair on the booking API',
    when: 'When it starts, such as tomorrow 18:00 or Fri 7pm',
    length: 'How long it lasts, such as 45min or 2h; an hour by default',
    place: 'Where it is: a voice channel, a link, a room',
    list: 'The study sessions that are coming',
    cancel: 'Cancel a session you planned',
    session: 'Pick it from the list',
  },

  heading: (topic: string) => `### 📚 ${topic}`,
  /** `start` and `relative` are timestamps. */
  when: (start: string, relative: string, minutes: number) =>
    `**When**: ${start} (${relative}), for ${duration(minutes)}`,
  place: (place: string) => `**Where**: ${place}`,
  host: (hostId: string) => `-# planned by ${named(hostId)}`,
  going: (members: readonly string[], total: number) =>
    `**Coming**: ${members.map(named).join(' ')}${total > members.length ? ` and ${total - members.length} more` : ''}`,
  nobodyGoing: '**Coming**: nobody yet',
  cancelled: '❌ This session is cancelled.',
  over: '-# This session is over.',
  defaultPlace: 'On this server',
  eventDescription: (host: string) => `A study session, planned by ${host} with /session plan.`,

  confirm: {
    heading: 'I’ll post this. Did I understand you?',
    /** `clock` is the time on the wall clock of `zone`. */
    understood: (clock: string, zone: string) => `**${clock}** in ${zone}`,
    skipped: '⚠️ The clocks change that night, so that time doesn’t exist: this is the one after the change.',
    twice: '⚠️ The clocks change that night, so that time comes twice: this is the first.',
  },
  planned: '✅ It’s planned. I’m posting its card in the cohort channel.',
  discarded: 'Nothing was posted. Use `/session plan` to try again.',
  joined: (topic: string, start: string) =>
    `✅ You come to **${topic}**, ${start}. I’ll mention you 15 minutes before.`,
  left: (topic: string) => `You don’t come to **${topic}** any more.`,
  cancelledNow: (topic: string) => `✅ **${topic}** is cancelled. Its card and its event say so.`,
  attended: 'Noted: you were there, and others can name you when they share what they learned.',

  list: {
    heading: '### 📚 Coming study sessions',
    line: (topic: string, start: string, relative: string, going: number) =>
      `- **${topic}** · ${start} (${relative}) · ${plural(going, 'person comes', 'people come')}`,
    empty: 'No study session is planned. Plan one with `/session plan`.',
  },
  choice: (topic: string, date: string) => `${topic} · ${date}`,

  reminder: (topic: string, relative: string, members: readonly string[]) =>
    `⏰ **${topic}** starts ${relative}. ${members.map(named).join(' ')}`,
  /** The reminder when it comes late. */
  hasBegun: (topic: string, relative: string, members: readonly string[]) =>
    `⏰ **${topic}** began ${relative} and is still on. ${members.map(named).join(' ')}`,
  reminderDirect: '-# I can’t post where the session’s card is, so I’m telling you here.',
  recap: (topic: string) => `🎓 How was **${topic}**? Share what you learned while you still remember it.`,
  recapNote: '-# Press I was there if you came and others may name you in what they share.',
  sharedTitle: (topic: string) => `Study session: ${topic}`,
  sharedBody: (members: readonly string[]) =>
    members.length > 0 ? `With ${members.map(named).join(', ')}.\n\n` : '',

  buttons: {
    confirm: 'Post it',
    discard: 'Don’t post',
    join: 'Join',
    leave: 'I can’t come',
    event: 'Open the event',
    card: 'Go to the card',
    attended: 'I was there',
    share: 'Share what you learned',
  },
};

function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [
    ...(hours > 0 ? [plural(hours, 'hour', 'hours')] : []),
    ...(rest > 0 ? [plural(rest, 'minute', 'minutes')] : []),
  ].join(' and ');
}
