/** The result of a check-up: problems with their fixes, then what is fine in a few lines. */

import { accents, container, divider, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { advice, type Checkup, type Finding, type FindingFacts, type Wellness } from '../guilds/index.js';

/** Characters of findings shown at most, so that the whole stays within Discord's 4,000. */
const findingsLimit = 3_000;

export function doctorView(words: Catalogue, { findings, well }: Checkup): MessageView {
  const { doctor } = words.admin;
  const troubles = findings.filter(({ code }) => !advice.has(code)).length;
  const title =
    troubles > 0 ? doctor.troubles(troubles) : findings.length > 0 ? doctor.advice : doctor.healthy;
  const told = findings.map((finding) => diagnosis(words, finding));
  const shown = told.filter((_, index) => told.slice(0, index + 1).join('\n\n').length <= findingsLimit);
  const left = told.length - shown.length;
  const good = wellLines(words, well);
  return {
    components: [
      container(
        troubles > 0 ? accents.trouble : accents.solved,
        text(title),
        ...(shown.length > 0 ? [text(shown.join('\n\n'))] : []),
        ...(left > 0 ? [text(doctor.more(left))] : []),
        ...(good.length > 0 ? [divider(), text(good.map((line) => `✅ ${line}`).join('\n'))] : []),
      ),
    ],
  };
}

function diagnosis(words: Catalogue, { code, facts }: Finding): string {
  const { doctor } = words.admin;
  const describe = doctor.findings[code] as (facts: FindingFacts[typeof code]) => {
    problem: string;
    fix: string;
  };
  const { problem, fix } = describe(facts);
  return `${advice.has(code) ? '💡' : '❌'} ${problem}\n${doctor.fix(fix)}`;
}

function wellLines(words: Catalogue, well: Wellness): string[] {
  const say = words.admin.doctor.well;
  const { channels, moderatorRoleId, digest, database, ping } = well;
  const schedule = digest && [
    ...(digest.nextDueAt ? [say.nextDigest(digest.nextDueAt)] : []),
    ...(digest.last
      ? [say.lastDigest(digest.last.periodEnd, digest.last.state === 'sent' ? 'sent' : 'skipped')]
      : []),
  ];
  return [
    ...(channels.length > 0 ? [say.channels(channels.map(({ channelId }) => channelId))] : []),
    ...(moderatorRoleId ? [say.moderatorRole(moderatorRoleId)] : []),
    ...(schedule?.length ? [schedule.join(' ')] : []),
    ...(database
      ? [say.database(database.version, database.bytes, database.milliseconds, database.ownsTables)]
      : []),
    ...(well.commands ? [say.commands] : []),
    ...(well.clock ? [say.clock] : []),
    ...(ping === undefined ? [] : [say.ping(ping)]),
  ];
}
