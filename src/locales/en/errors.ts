/** One plain sentence or two for everything a member can mend: what happened, and what to do next. */
import type { SecretTold } from '../../entities/secret-kind.js';
import type { UserErrorCode, UserErrorFacts } from '../../services/user-error.js';
import { mutedUntil } from './moderation.js';
import { named } from './people.js';
import { queue } from './queue.js';

export const errors: { [Code in UserErrorCode]: (facts: UserErrorFacts[Code]) => string } = {
  'entry-not-found': ({ entry }) =>
    `There is no entry ${entry ? `“${entry}”` : 'like that'} here. Give its number, such as 12 or #12, or pick one from the list as you type.`,
  'entry-deleted': ({ number }) =>
    `#${number} was deleted. Its author can bring it back with /entry restore.`,
  'entry-hidden': ({ number }) => `#${number} is hidden by the moderators.`,
  'entry-removed': ({ number }) => `#${number} was removed by the moderators.`,
  'entry-held': ({ number }) =>
    `#${number} waits to be looked at before it is published: that is decided in /admin queue.`,
  'already-hidden': ({ number }) =>
    `#${number} is hidden already, so nothing was changed. /admin entry restore brings it back.`,
  'already-removed': ({ number }) =>
    `#${number} is removed already, so nothing was changed. /admin entry restore brings it back.`,
  'deleted-by-author': ({ number }) =>
    `#${number} was deleted by its author, and that is theirs to undo, with /entry restore.`,
  'not-taken-away': ({ number }) =>
    `#${number} is there for all to see, so there is nothing to bring back. Another moderator may have been quicker.`,
  muted: ({ until }) =>
    `The moderators have muted you here ${mutedUntil(until)}: until that ends, nothing of yours is kept. You can still read, search and thank others; if you think it is a mistake, talk to a moderator.`,
  'already-muted': ({ memberId, until }) =>
    `${named(memberId)} is muted already, ${mutedUntil(until)}, so nothing was changed. To change that, use /admin member unmute first.`,
  'not-muted': ({ memberId }) => `${named(memberId)} is not muted, so there is nothing to end.`,
  'cannot-mute': ({ who }) =>
    ({
      self: 'You cannot mute yourself. To take a break, simply do.',
      bot: 'Bots cannot contribute here, so there is nothing to mute.',
      moderator:
        'Moderators cannot be muted. If they should not be one, take away their moderator role or Manage Server first.',
    })[who],
  'duration-unknown': ({ duration }) =>
    `“${duration}” is not a duration I understand. Write it like 2h, 3 days or 1w, or choose one from the list as you type.`,
  'duration-out-of-bounds': () =>
    'A mute lasts a minute at least and a year at most. For longer, choose “until further notice”.',
  'not-a-challenge': ({ number }) =>
    `#${number} is not a challenge. /challenge list shows the ones that wait.`,
  'not-a-solution': ({ number }) =>
    `#${number} is not a solution. Give the number of the solution that worked.`,
  'not-your-entry': ({ number }) => `Only the author of #${number} can do that.`,
  'not-the-asker': ({ number }) => `Only the asker of #${number}, or a moderator, can do that.`,
  'not-deleted': ({ number }) => `#${number} is not deleted, so there is nothing to restore.`,
  'no-card': ({ number }) =>
    `#${number} has no card in the channel any more. /entry view shows it, and Show in channel posts it again.`,
  'restore-too-late': ({ number, days }) =>
    `#${number} was deleted more than ${days} days ago and cannot be restored any more.`,
  'already-accepted': ({ number, accepted }) =>
    `Challenge #${number} already has an accepted solution: #${accepted}. To choose another one, use /challenge reopen first.`,
  'challenge-is-open': ({ number }) => `Challenge #${number} is open already.`,
  'challenge-unavailable': ({ number }) =>
    `Challenge #${number} is no longer there, so it takes no solutions.`,
  'title-missing': () => 'A title is needed: one line that others can read.',
  'title-too-long': ({ length, limit }) =>
    `The title has ${length} characters, and ${limit} is the most. A shorter one will do; details go into the text.`,
  'body-missing': () => 'The text is empty. Write a sentence or two that others can read.',
  'body-too-long': ({ length, limit }) =>
    `The text has ${length} characters, and ${limit} is the most. Shorten it, or put the rest behind a link.`,
  'link-not-http': () => 'The link should be a web address that begins with https:// or http://.',
  'link-too-long': ({ limit }) => `The link is longer than ${limit} characters. Use a shorter one.`,
  'export-too-large': () =>
    'This export is larger than the files Discord takes. Ask whoever runs me for a copy of the database’s content.',
  'text-too-long': ({ field, length, limit }) =>
    `The ${{ projectName: 'project’s name', objective: 'objective', summary: 'text about your project' }[field]} has ${length} characters, and ${limit} is the most. A shorter one will do.`,
  'too-many-links': ({ limit }) => `${limit} links are the most. Keep the ones people should follow.`,
  'too-many-tags': ({ limit }) => `${limit} tags are the most. Keep the ones people will search for.`,
  'tag-invalid': ({ tag }) =>
    `“${tag}” cannot be a tag. Tags have up to 32 letters a–z, digits, or + # . - and are set apart by commas.`,
  'tag-not-used': ({ tag }) =>
    `No entry here has the tag “${tag}”. Pick one from the list that appears as you type.`,
  'one-tag': () => 'Give one tag that takes the other’s place, such as `javascript`.',
  'same-tag': ({ tag }) => `“${tag}” is that tag already, so nothing was changed.`,
  'secret-found': (told) =>
    `This seems to hold ${secret(told)}, so I kept nothing of it:\n\`${told.line}\`\nIf it is real, revoke or change it now, where it was made. Then put a placeholder in its place and send it again.`,
  'secret-in-file': (told) =>
    `${told.lineNumber === null ? 'This file' : `Line ${told.lineNumber} of this file`} seems to hold ${secret(told)}, so I kept nothing of it:\n\`${told.line}\`\nIf it is real, revoke or change it now, where it was made. Then put a placeholder in its place and import the file again.`,
  'too-many-entries': ({ window, limit, freeAt }) =>
    `You have shared a lot already: ${limit} a ${window} is the most, so that everybody’s entries are seen. You can go on <t:${freeAt}:R>.`,
  'duplicate-entry': ({ number, link, isNear }) =>
    `${isNear ? 'This is nearly what you wrote' : 'You wrote this already'} in ${linked(number, link)}, so I kept it once. To say more, use Edit on that one.`,
  'duplicate-under-way': () => 'You are sending this very text already. One moment, and it is there.',
  'copied-entry': ({ number, link }) =>
    `Somebody else wrote this, word for word, in ${linked(number, link)}. Save or thank that one, or tell in your own words what you learned.`,
  'mass-mention': ({ limit }) =>
    `I call nobody together: leave out @everyone and @here, and mention ${limit} members or roles at most.`,
  'invite-link': () =>
    'Invitations to other servers are not taken here. Leave the link out, or ask a moderator whether they allow them.',
  'auto-moderated': ({ message }) =>
    `This server’s AutoMod does not take these words${message ? `: ${message}` : '.'} Change them and send it again.`,
  'helpful-own-entry': () => 'Helpful is for other people’s entries. Yours will be thanked by others.',
  'report-own-entry': () =>
    'This is your own entry. You can change it with /entry edit, or take it away with /entry delete.',
  'report-not-an-entry': () =>
    'Nothing was reported: I can only put entries before the moderators, so use this on a card of mine. For any other message, tell a moderator, or use Discord’s own Report Message.',
  'report-already': ({ number }) =>
    `You have reported #${number} already, and it is with the moderators. Thank you; there is nothing more to do.`,
  'report-reason-missing': () => 'Choose what is wrong with it, so that the moderators know.',
  'queue-decided': ({ outcome, byId }) => queue.already(outcome, byId),
  'queue-gone': () =>
    'There is nothing left to decide here: what this was about is gone. /admin queue shows the rest.',
  'draft-gone': () =>
    'This draft was used already, or is older than a day. Run the command again to start anew.',
  'listing-gone': () => 'This list is older than a day. Run the command again for a fresh one.',
  'attachment-foreign': () =>
    'I only read files that were uploaded to Discord. Attach the file itself to /readme import.',
  'attachment-too-large': ({ mebibytes }) =>
    `This file is larger than ${mebibytes} MiB. Take out what is not text, such as embedded pictures, and try again.`,
  'attachment-gone': () => 'Discord no longer has this file. Run /readme import again and attach it anew.',
  'attachment-unavailable': () =>
    'Discord did not hand me the file. Run /readme import again in a moment; nothing was imported.',
  'readme-empty': () => 'This file is empty. Attach your README.md with what you learned in it.',
  'readme-not-text': () =>
    'This is not a Markdown file that I can read. Attach your README.md itself: not a picture, a PDF or a saved web page.',
  'readme-too-heavy': () =>
    'This file is built in a way that takes too long to read. Split it, or take out very large tables and deep lists, and try again.',
  'readme-nothing': () =>
    'I found nothing to import in this file. I look for headings such as “Technologies”, “Key concepts”, “Challenges and solutions” or “Takeaways”, with lists below them. /help topic:readme shows an example.',
  'import-gone': () =>
    'This preview was cancelled, or is older than a day. Nothing of it was imported: run /readme import again.',
  'import-done': () => 'This file is imported already. /search author:you shows your entries.',
  'control-gone': () =>
    'This button is from an older version of me and no longer works. Run the command again.',
  'not-your-control': () =>
    'These buttons belong to whoever ran the command. Run it yourself to get your own.',
  'moderators-only': () =>
    'This is for moderators. If you should be one, ask a server manager to set the moderator role in /admin setup.',
  'bots-cannot': () => 'Bots cannot do that.',
  'guild-only': () => 'I work inside a server only. Use me in your cohort’s channel.',
  'guild-not-served': () => 'I do not serve this server.',
  'channel-closed': ({ channelId }) =>
    `I may not write in <#${channelId}>. A moderator can run /admin doctor to see which permission is missing.`,
  'channel-gone': () =>
    'The cohort’s channel is no longer there. A moderator can choose another with /admin setup.',
  'unknown-timezone': ({ timezone }) =>
    `I do not know the time zone “${timezone}”. Type a city, such as Nairobi or Lagos, and pick one from the list.`,
  'invalid-time': ({ time }) => `“${time}” is not a time of day. Write it like 09:00 or 18:30.`,
  'digest-empty': () => 'Nothing was shared since the last digest, so there is nothing to post yet.',
  'digest-none': () => 'There has been no digest yet.',
  'digest-not-scheduled': () =>
    'No digest is scheduled yet. Use /admin digest schedule to choose a day and a time.',
  'digest-already-paused': () => 'The digest is paused already. Use /admin digest resume to go on.',
  'digest-not-paused': () => 'The digest is not paused.',
  'digest-under-way': () => 'A digest is being posted this very moment.',
  'forget-busy': () =>
    'Others are at work on the same entries this very moment, so nothing was erased. Please try again.',
};

function secret({ kind, service }: SecretTold): string {
  switch (kind) {
    case 'private-key':
      return 'a private key';
    case 'address':
      return 'an address with a password in it';
    case 'webhook':
      return `the address of a ${service ?? ''} webhook`.replace('  ', ' ');
    case 'token':
      return 'an access token';
    case 'password':
      return 'a password';
    case 'key':
      return service ? `a ${service} key` : 'a secret key';
  }
}

const linked = (number: number, link: string | null) => (link ? `[#${number}](${link})` : `#${number}`);
