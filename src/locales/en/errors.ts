/** One or two plain sentences for everything a member can fix: what happened, and what to do next. */
import type { SecretTold } from '../../features/secrets/secret-model.js';
import type { UserError, UserErrorCode, UserErrorFacts } from '../../platform/user-error.js';
import { moment } from './findings.js';
import { mutedUntil } from './moderation.js';
import { named } from './people.js';
import { queue } from './queue.js';

export const errors: { [Code in UserErrorCode]: (facts: UserErrorFacts[Code]) => string } = {
  'several-problems': ({ problems }) =>
    ['A few things to correct:', ...problems.map((problem) => `- ${sentenceOf(problem)}`)].join('\n'),
  'entry-not-found': ({ entry }) =>
    `There’s no entry ${entry ? `“${entry}”` : 'like that'} here. Type its number, such as 12 or \`#12\`, or pick one from the list as you type.`,
  'several-entries': ({ entry, labels }) =>
    [
      `More than one entry fits “${entry}”. Type the number of the one you mean, or pick it from the list as you type:`,
      ...labels.map((label) => `- ${label}`),
    ].join('\n'),
  'entry-lost': ({ number }) =>
    `I no longer have the entry that this card shows as #${number}, so nothing changed. It was erased, or my operator restored a backup from before it was written. In that case its author can copy the text and share it again.`,
  'entry-deleted': ({ number }) =>
    `#${number} was deleted. Its author can bring it back with /entry restore.`,
  'entry-hidden': ({ number }) => `#${number} is hidden by the moderators.`,
  'entry-removed': ({ number }) => `#${number} was removed by the moderators.`,
  'entry-held': ({ number }) =>
    `#${number} is waiting for review before it’s published: decide on it in /admin queue.`,
  'already-hidden': ({ number }) =>
    `#${number} is already hidden, so nothing changed. /admin entry restore brings it back.`,
  'already-removed': ({ number }) =>
    `#${number} is already removed, so nothing changed. /admin entry restore brings it back.`,
  'deleted-by-author': ({ number }) =>
    `#${number} was deleted by its author, and only they can undo that, with /entry restore.`,
  'not-taken-away': ({ number }) =>
    `#${number} is already visible to everyone, so there’s nothing to restore. Another moderator may have been faster.`,
  muted: ({ until }) =>
    `The moderators have muted you here ${mutedUntil(until)}, so you can’t post or edit until then. You can still read, search and thank others; if you think it’s a mistake, talk to a moderator.`,
  'already-muted': ({ memberId, until }) =>
    `${named(memberId)} is already muted ${mutedUntil(until)}, so nothing changed. To change that, use /admin member unmute first.`,
  'not-muted': ({ memberId }) => `${named(memberId)} isn’t muted, so there’s nothing to end.`,
  'cannot-mute': ({ who }) =>
    ({
      self: 'You can’t mute yourself. If you need a break, just take one.',
      bot: 'Bots can’t contribute here, so there’s nothing to mute.',
      moderator:
        'Moderators can’t be muted. If they shouldn’t be a moderator, take away their moderator role or Manage Server first.',
    })[who],
  'duration-unknown': ({ duration }) =>
    `“${duration}” isn’t a duration I understand. Write it like 30min, 2h, 3 days or 1w, or pick one from the list as you type.`,
  'duration-out-of-bounds': () =>
    'A mute lasts at least a minute and at most a year. For longer, choose “until further notice”.',
  'not-a-challenge': ({ number }) => `#${number} isn’t a challenge. /challenge list shows the open ones.`,
  'not-a-solution': ({ number }) =>
    `#${number} isn’t a solution. Type the number of the solution that worked.`,
  'not-your-entry': ({ number }) => `Only the author of #${number} can do that.`,
  'not-the-asker': ({ number }) => `Only the asker of #${number}, or a moderator, can do that.`,
  'not-deleted': ({ number }) => `#${number} isn’t deleted, so there’s nothing to restore.`,
  'no-card': ({ number }) =>
    `#${number} no longer has a card in the channel. /entry view shows it, and Show in channel posts it again.`,
  'restore-too-late': ({ number, days }) =>
    `#${number} was deleted more than ${days} days ago, so it can’t be restored any more.`,
  'already-accepted': ({ number, accepted }) =>
    `Challenge #${number} already has an accepted solution: #${accepted}. To choose another, use /challenge reopen first.`,
  'challenge-is-open': ({ number }) => `Challenge #${number} is already open.`,
  'challenge-unavailable': ({ number }) =>
    `Challenge #${number} is no longer there, so you can’t add a solution to it.`,
  'title-missing': () => 'Your entry needs a title: one line that others can read.',
  'title-too-long': ({ length, limit }) =>
    `The title has ${length} characters; the limit is ${limit}. Shorten it, and put details in the text.`,
  'body-missing': () => 'The text is empty. Write a sentence or two that others can read.',
  'body-too-long': ({ length, limit }) =>
    `The text has ${length} characters; the limit is ${limit}. Shorten it, or put the rest behind a link.`,
  'link-not-http': () => 'The link must be a web address that starts with https:// or http://.',
  'link-too-long': ({ limit }) => `The link is longer than ${limit} characters. Use a shorter one.`,
  'export-too-large': () =>
    'This export is larger than the files Discord accepts. Ask my operator for a copy of the data in the database.',
  'text-too-long': ({ field, length, limit }) =>
    `The ${{ projectName: 'project’s name', objective: 'objective', summary: 'text about your project' }[field]} has ${length} characters; the limit is ${limit}. Please shorten it.`,
  'project-not-found': ({ project }) =>
    `There’s no project ${project ? `“${project}”` : 'like that'} here. Pick one from the list as you type, or look at /project list.`,
  'project-name-missing': () => 'Give the project a name, so that others can find it.',
  'project-exists': ({ name }) =>
    `You already have an open project named “${name}”. Change it with /project view, or choose another name.`,
  'too-many-projects': ({ limit }) =>
    `You can have ${limit} open projects. Close one with /project close, then publish this one.`,
  'not-your-project': ({ name }) => `Only the owner of “${name}” can do that.`,
  'project-closed': ({ name }) => `“${name}” is closed or hidden, so it can’t be changed.`,
  'project-own': () => 'You already work on this project.',
  'project-not-invited': () =>
    'Nobody has named you on this project, or it was changed meanwhile. Ask its owner to add you with /project view.',
  'session-topic-missing': () => 'Say what the session is about.',
  'session-too-long': ({ length, limit }) =>
    `That text has ${length} characters; the limit is ${limit}. Shorten it.`,
  'session-when-unknown': ({ when }) =>
    `I don’t understand “${when}” as a time. Write it like tomorrow 18:00, Fri 7pm or 24 December 10:00. Nothing was posted.`,
  'session-when-no-time': ({ when }) =>
    `“${when}” doesn’t say at what time. Add it, such as tomorrow 18:00. Nothing was posted.`,
  'session-when-past': ({ at }) => `${moment(at, 'f')} is over. Choose a time that’s still to come.`,
  'session-when-too-far': () => 'That’s too far away: a session can start within the next six months.',
  'session-length': () => 'A session lasts from 15 minutes to 8 hours. Write it like 45min or 2h.',
  'session-not-found': () => 'There’s no such session here. Pick one from the list as you type.',
  'session-over': () => 'That session is over or cancelled, so nothing changed.',
  'session-not-over': () => 'That session hasn’t started yet, or was cancelled.',
  'not-your-session': ({ topic }) => `Only the person who planned “${topic}”, or a moderator, can do that.`,
  'too-many-sessions': ({ limit }) =>
    `You’ve already planned ${limit} sessions that are still to come. Cancel one with /session cancel first.`,
  'too-many-links': ({ limit }) => `You can add at most ${limit} links. Keep the ones people should follow.`,
  'too-many-tags': ({ limit }) => `You can add at most ${limit} tags. Keep the ones people will search for.`,
  'tag-invalid': ({ tag }) =>
    `“${tag}” can’t be a tag. Tags are comma-separated, and each has up to 32 letters or digits, or + # . -`,
  'tag-not-used': ({ tag }) =>
    `No entry here has the tag “${tag}”. Pick one from the list that appears as you type.`,
  'one-tag': () => 'Give exactly one tag as the new name, such as `javascript`.',
  'same-tag': ({ tag }) => `The tag is already “${tag}”, so nothing changed.`,
  'secret-found': (told) =>
    `This looks like ${secret(told)}, so I didn’t post it:\n\`${told.line}\`\nIf it’s real, revoke it or change it now where you created it. Then replace it with a placeholder and send your text again.`,
  'secret-in-file': (told) =>
    `${told.lineNumber === null ? 'This file' : `Line ${told.lineNumber} of this file`} seems to contain ${secret(told)}, so I didn’t import it:\n\`${told.line}\`\nIf it’s real, revoke it or change it now where you created it. Then replace it with a placeholder and import the file again.`,
  'too-often': ({ freeAt }) => `That was a lot in a short time. You can do it again <t:${freeAt}:R>.`,
  'too-many-entries': ({ window, limit, freeAt }) =>
    `You’ve already shared a lot: the limit is ${limit} per ${window}, so that everyone’s entries get seen. You can share more <t:${freeAt}:R>.`,
  'duplicate-entry': ({ number, link, isNear }) =>
    `${isNear ? 'This is almost the same as what you wrote' : 'You already wrote this'} in ${linked(number, link)}, so I didn’t post it again. To add something, press Edit on that one.`,
  'duplicate-under-way': () => 'You’re already sending this text. It’ll be there in a moment.',
  'copied-entry': ({ number, link }) =>
    `Someone else wrote exactly this in ${linked(number, link)}. Save that one or mark it helpful, or say what you learned in your own words.`,
  'mass-mention': ({ limit }) =>
    `I don’t ping @everyone or @here, so leave them out, and mention at most ${limit} members or roles.`,
  'text-too-slow': () =>
    'This text takes too long to check. Shorten it or leave out what repeats, then try again.',
  'not-in-guild': () =>
    'I’m not a member of this server, so I store and show nothing here. Ask someone with Manage Server to invite me.',
  'needs-manage-server': () =>
    'Only members with Manage Server can do this, because it gives or takes away power. Ask one of them.',
  'erasure-waits': ({ memberId, dueAt }) =>
    `The data of <@${memberId}> is already due to be erased ${moment(dueAt, 'R')}. \`/admin member forget\` lets you cancel it.`,
  'no-erasure-waits': () => 'There’s no erasure to cancel: it was cancelled before, or it’s done.',
  'invite-link': () =>
    'Invitations to other servers aren’t allowed here. Leave the link out, or ask a moderator to allow them.',
  'auto-moderated': ({ message }) =>
    `This server’s AutoMod doesn’t allow these words${message ? `: ${message}` : '.'} Change them and send it again.`,
  'helpful-own-entry': () => 'You can’t mark your own entry helpful.',
  'report-own-entry': () =>
    'This is your own entry. You can change it with /entry edit, or delete it with /entry delete.',
  'report-not-an-entry': () =>
    'Nothing was reported: this only works on the cards I post. For any other message, tell a moderator, or use Discord’s own Report Message.',
  'report-already': ({ number }) =>
    `You already reported #${number}, and the moderators will look at it. Thank you; there’s nothing more to do.`,
  'report-reason-missing': () => 'Choose what’s wrong with it, so that the moderators know.',
  'queue-decided': ({ outcome, byId }) => queue.already(outcome, byId),
  'queue-gone': () =>
    'There’s nothing left to decide here: what this was about is gone. /admin queue shows the rest.',
  'thread-missing': () =>
    'There’s no thread on this challenge yet. Press Discuss on its card to open one, and come back when it helped.',
  'thread-unreadable': () =>
    'Discord doesn’t let me read what is written in threads. Open the menu of the message that helped instead (long-press it on a phone), and under Apps choose Use as solution: that hands me this one message.',
  'thread-empty': () => 'Nobody has written anything in this thread that could be a solution.',
  'several-authors': () =>
    'Choose messages of one member: they are the solution’s author. What others wrote can be a second solution.',
  'message-not-taken': ({ why }) =>
    ({
      automatic: 'That’s a message of an app, so nobody is its author. I only save what members write.',
      system: 'That’s a line by Discord. I only save what members write.',
      empty: 'There’s no text in that message, so there’s nothing to save.',
      'closed-channel':
        'Not everyone here can read this channel, so what is said in it stays in it. I only save messages of channels that the whole cohort can read.',
      author: 'I don’t save messages of this member. You can ask them to share it themselves, with /share.',
      'author-left':
        'The author of that message left this server and couldn’t remove it, so I don’t save it.',
      gone: 'This message was saved before and its author removed it, so it isn’t saved again.',
    })[why],
  'code-not-formatted': ({ why }) =>
    ({
      automatic: 'That’s a message of an app or a line by Discord. I only format what members write.',
      'no-code':
        'I find no code in that message. If there is some, its author can put ``` on a line before it and after it.',
      formatted: 'The code in that message is formatted already.',
    })[why],
  'cannot-write-here': () =>
    'You can’t write in this channel, so I don’t post here for you. Nothing was posted.',
  'not-your-code': () => 'Only the author of this code, or a moderator, can delete it here.',
  'message-saved': ({ number }) =>
    number === null
      ? 'Somebody saved that message at this very moment: it’s already here.'
      : `That message is already saved as #${number}: /entry view ${number} shows it.`,
  'no-open-challenge': () =>
    'No challenge is open, so there’s nothing this could solve. You can save it as a learning instead.',
  'draft-gone': () =>
    'This draft was already used, or is older than a day. Run the command again to start over.',
  'listing-gone': () => 'This list is older than a day. Run the command again to get a new one.',
  'attachment-foreign': () =>
    'I only read files that were uploaded to Discord. Attach the file itself to /readme import.',
  'attachment-too-large': ({ mebibytes }) =>
    `This file is larger than ${mebibytes} MiB. Remove what isn’t text, such as embedded pictures, and try again.`,
  'attachment-gone': () => 'Discord no longer has this file. Run /readme import and attach it again.',
  'attachment-unavailable': () =>
    'I couldn’t get the file from Discord, so nothing was imported. Run /readme import again in a moment.',
  'picture-type': () =>
    'This file isn’t a picture I can show. Attach a PNG, JPEG, WebP or GIF; if it’s another kind, take a screenshot of it.',
  'picture-too-large': ({ mebibytes }) =>
    `The picture is larger than ${mebibytes} MiB. Make it smaller, or crop it to what matters, and attach it again.`,
  'picture-gone': () =>
    'I couldn’t get the picture from Discord. Run the command again and attach it once more.',
  'picture-alt-too-long': ({ length, limit }) =>
    `The description of the picture has ${length} characters; the limit is ${limit}. Shorten it.`,
  'picture-none': ({ number }) => `**#${number}** has no picture to remove.`,
  'pictures-full': ({ limit }) =>
    `An entry can have ${limit} pictures, up to 20 MiB together. Leave out the option \`pictures\`, and the new one replaces them.`,
  'picture-missing': ({ number }) => `**#${number}** has no picture to describe.`,
  'readme-empty': () => 'This file is empty. Attach your README.md with what you learned in it.',
  'readme-not-text': () =>
    'This isn’t a Markdown file I can read. Attach your README.md itself: not a picture, a PDF or a saved web page.',
  'readme-too-heavy': () =>
    'This file takes too long to read. Split it, or remove very large tables and deeply nested lists, and try again.',
  'readme-nothing': () =>
    'I found nothing to import in this file. I look for headings such as “Technologies”, “Key concepts”, “Challenges and solutions” or “Takeaways”, with lists below them. /help topic:readme shows an example.',
  'import-gone': () =>
    'This preview was cancelled, or is older than a day. Nothing was imported: run /readme import again.',
  'import-done': () => 'This file is already imported. /search author:you shows your entries.',
  'control-gone': () =>
    'This button is from an older version of me and no longer works. Run the command again.',
  'not-your-control': () =>
    'These buttons are for the person who ran the command. Run it yourself to get your own.',
  'moderators-only': () =>
    'This is for moderators only. If you should be one, ask a server manager to set the moderator role in /admin setup.',
  'follow-nothing': () => 'Choose a tag, a challenge or a member to follow.',
  'follow-yourself': () => 'You can’t follow yourself. /profile view shows what you shared.',
  'follow-a-bot': () => 'Bots share nothing here, so you can’t follow one.',
  'follow-unknown': ({ typed }) => `You don’t follow “${typed}”. /follow list shows what you follow.`,
  'too-many-follows': ({ limit }) =>
    `You follow ${limit} things already, which is the most. /follow remove makes room.`,
  'bots-cannot': () => 'Bots can’t do that.',
  'guild-only': () => 'I only work inside a server. Use me in your cohort’s channel.',
  'guild-not-served': () => 'I don’t serve this server.',
  'channel-closed': ({ channelId }) =>
    `I’m not allowed to post in <#${channelId}>. A moderator can run /admin doctor to see which permission is missing.`,
  'threads-full': () =>
    'This server has as many active threads as Discord allows. Once one is archived, a new one can be opened.',
  'channel-gone': () => 'The cohort channel was deleted. A moderator can choose another with /admin setup.',
  'unknown-timezone': ({ timezone }) =>
    `I don’t know the time zone “${timezone}”. Type a city such as Nairobi or Lagos, and pick one from the list.`,
  'invalid-time': ({ time }) => `“${time}” isn’t a time of day. Write it like 09:00 or 18:30.`,
  'digest-empty': () => 'Nothing was shared since the last digest, so there’s nothing to post yet.',
  'digest-none': () => 'There hasn’t been a digest yet.',
  'digest-not-scheduled': () =>
    'No digest is scheduled yet. Use /admin digest schedule to choose a day and a time.',
  'digest-already-paused': () => 'The digest is already paused. Use /admin digest resume to resume it.',
  'digest-not-paused': () => 'The digest isn’t paused.',
  'digest-under-way': () => 'A digest is being posted right now.',
  'not-asked': ({ number }) =>
    `I asked others about #${number}. You can still help: press Solve, or Discuss on its card.`,
  'not-a-buddy': () => 'You don’t take part in study buddies, so nothing changed. Join with /buddies join.',
  'not-your-group': () => 'Only the members of this group can use that.',
  'buddies-not-scheduled': () =>
    'No rounds of study buddies are scheduled, so there’s nothing to pause. Start them with /admin buddies schedule.',
  'buddies-already-paused': () =>
    'Study buddies are already paused, so nothing changed. /admin buddies schedule starts them again.',
  'buddies-ran-already': ({ at }) =>
    `A round was matched ${moment(at, 'R')}, so I didn’t make another one. Wait an hour, or for the next round.`,
  'forget-busy': () =>
    'Others are changing the same entries right now, so nothing was erased. Please try again.',
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
      return service ? `${article(service)} ${service} key` : 'a secret key';
  }
}

const linked = (number: number, link: string | null) => (link ? `[#${number}](${link})` : `#${number}`);

/** `an` before a service whose name starts with a vowel sound, such as AWS or npm. */
const article = (service: string) => (/^(?:[aeo]|npm|xai)/iu.test(service) ? 'an' : 'a');

function sentenceOf({ code, facts }: UserError): string {
  return (errors[code] as (facts: unknown) => string)(facts);
}
