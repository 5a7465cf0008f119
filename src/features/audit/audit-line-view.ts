/** A line of the audit log in words: who did what to whom and when, what was before and after, and why. */

import { escape, shorten, timestamp } from '../../discord/message/text.js';
import type { AuditValues } from '../../entities/audit-action.js';
import { digestSections } from '../../entities/guild.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { languageName } from '../../locales/languages.js';
import { messageLink } from '../../platform/discord-links.js';
import { hideSpoilers } from '../../platform/shortening.js';
import type { AuditLine } from './audit-line-model.js';
import { type AuditedSetting, auditedSettings } from './audited-settings-model.js';

/** How much of a line is shown: UTF-16 units of the reason, and how many changed settings. */
export interface LineMeasure {
  reason: number;
  changes: number;
}

/** From ample to what always fits, for a message of as many lines as there are at most. */
export const lineMeasures: readonly [LineMeasure, ...LineMeasure[]] = [
  { reason: 500, changes: 20 },
  { reason: 200, changes: 8 },
  { reason: 80, changes: 2 },
  { reason: 0, changes: 0 },
];

export function auditLineText(
  words: Catalogue,
  guildId: string,
  line: AuditLine,
  { reason, changes }: LineMeasure,
): string {
  const { audit } = words;
  const { action, actorId, subjectId, entryNumber, card, at } = line;
  const number = entryNumber === null ? '' : `**#${entryNumber}**`;
  const entry = card ? `[${number}](${messageLink(guildId, card.channelId, card.messageId)})` : number;
  const did = audit.actions[action].did({ entry, subjectId, after: line.after ?? {} });
  const changed = changesOf(words, line);
  const hidden = changed.length - changes;
  return [
    `${audit.actor(actorId)} ${did} · ${timestamp(at, 'f')}`,
    ...changed.slice(0, changes),
    ...(hidden > 0 && changes > 0 ? [audit.more(hidden)] : []),
    ...(line.reason && reason > 0 ? [audit.reason(escape(shorten(hideSpoilers(line.reason), reason)))] : []),
  ].join('\n-# ');
}

/** Of the settings that were changed, what they were and what they are. */
function changesOf(words: Catalogue, { action, before, after }: AuditLine): string[] {
  if (action !== 'settings-changed' || !before || !after) return [];
  return auditedSettings
    .filter((name) => name in after)
    .map((name) =>
      words.audit.change(
        words.audit.settings[name],
        settingText(words, name, before[name]),
        settingText(words, name, after[name]),
      ),
    );
}

type Value = AuditValues[string] | undefined;

function settingText(words: Catalogue, name: AuditedSetting, value: Value): string {
  if (value === null || value === undefined) return words.audit.values.none;
  return settingTexts[name](words, value);
}

const asIs = (_words: Catalogue, value: Value) => escape(String(value));
const channel = (_words: Catalogue, value: Value) => `<#${String(value)}>`;
const role = (_words: Catalogue, value: Value) => `<@&${String(value)}>`;
const onOrOff = ({ audit }: Catalogue, value: Value) => (value ? audit.values.on : audit.values.off);

const settingTexts: Record<AuditedSetting, (words: Catalogue, value: Value) => string> = {
  setUpAt: (_words, value) => timestamp(new Date(String(value)), 'f'),
  channelId: channel,
  logChannelId: channel,
  moderatorRoleId: role,
  language: (_words, value) => languageName(String(value)),
  timezone: asIs,
  digestWeekday: ({ digest }, value) => digest.weekdays[Number(value) - 1] ?? String(value),
  digestTime: asIs,
  digestChannelId: channel,
  digestNudges: onOrOff,
  digestHidden: ({ audit, digestDelivery }, value) => {
    const names = digestSections.filter((section) => Array.isArray(value) && value.includes(section));
    return (
      names.map((section) => digestDelivery.panel.sectionNames[section]).join(', ') || audit.values.nothing
    );
  },
  digestRoleId: role,
  review: ({ safety }, value) =>
    safety.panel.reviewModes[value as keyof typeof safety.panel.reviewModes]?.label ?? String(value),
  reviewBelow: asIs,
  invitesAllowed: onOrOff,
  hourlyLimit: asIs,
  dailyLimit: asIs,
};
