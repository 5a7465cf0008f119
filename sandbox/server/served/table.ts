/** The coverage table of the README: what of Discord's API and gateway the sandbox does, part by part. */
import { ROUTES } from '../api/routes.js';
import type { Route } from '../http/route.js';
import { describedFields } from '../validation/index.js';
import { DESCRIBED_EVENTS, DESCRIBED_ROUTES } from './description.js';
import { isDispatched } from './events.js';

/** Parts of the API by the start of their paths; the first that matches counts. */
const PARTS: [string, RegExp][] = [
  ['Lobbies and partner SDK', /^\/(?:lobbies|partner-sdk)/],
  ['Interactions and application commands', /^\/interactions|\/commands/],
  ['Application emoji', /^\/applications\/\{application_id\}\/emojis/],
  ['Applications', /^\/(?:applications|oauth2|gateway)/],
  ['Reactions', /\/reactions/],
  ['Threads', /thread/],
  ['Polls', /\/polls/],
  ['Webhooks', /webhook/],
  ['Invites', /invite/],
  ['Messages and pins', /^\/channels\/\{channel_id\}\/(?:messages|pins|typing)/],
  ['Channels', /^\/channels/],
  ['AutoMod', /auto-moderation/],
  ['Bans and audit log', /\/(?:bans|bulk-ban|audit-logs)/],
  ['Members', /^\/guilds\/\{guild_id\}\/members/],
  ['Roles', /^\/guilds\/\{guild_id\}\/roles/],
  ['Scheduled events', /scheduled-events/],
  ['Guild emoji', /^\/guilds\/\{guild_id\}\/emojis/],
  ['Stickers', /sticker/],
  ['Soundboard', /soundboard/],
  ['Voice and stages', /voice|stage/],
  ['Templates', /templates/],
  ['Guilds', /^\/guilds/],
  ['Users', /^\/users/],
  ['Purchases', /^\/skus/],
];

/** The table, in Markdown. */
export function coverageTable(): string {
  const rows = PARTS.map(([part]) => rowOf(part));
  const served = DESCRIBED_ROUTES.filter((one) => routeOf(one)).length;
  const events = DESCRIBED_EVENTS.filter((one) => isDispatched(one));
  const missing = DESCRIBED_EVENTS.filter((one) => !isDispatched(one));
  return [
    `${served} of ${DESCRIBED_ROUTES.length} routes are served.`,
    '',
    '| Part | Served | Not served | Accepted without effect |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    `${events.length} of ${DESCRIBED_EVENTS.length} gateway events are sent. These are not:`,
    `${missing.map((one) => `\`${one}\``).join(', ')}.`,
  ].join('\n');
}

function rowOf(part: string): string {
  const all = DESCRIBED_ROUTES.filter((one) => partOf(one.template) === part);
  const served = all.flatMap((one) => routeOf(one) ?? []);
  const missing = all.filter((one) => !routeOf(one)).map((one) => `\`${one.method} ${one.template}\``);
  const lacking = served.flatMap((route) => {
    const name = `\`${route.method} ${route.template}\``;
    const taken = (route.takes ?? []).map((one) => one.split('.')[0]);
    const fields = describedFields(route.method, route.template).filter((field) => !taken.includes(field));
    const texts = [
      ...(fields.length > 0 ? [fields.map((one) => `\`${one}\``).join(', ')] : []),
      route.lacks ?? [],
    ];
    const text = texts.flat().join('; ');
    return text === '' ? [] : [`${name}: ${text}`];
  });
  return `| ${part} | ${served.length} of ${all.length} | ${cell(missing)} | ${cell(lacking)} |`;
}

function cell(lines: string[]): string {
  return lines.length > 0 ? lines.join('<br>') : '—';
}

function partOf(template: string): string | undefined {
  return PARTS.find(([, pattern]) => pattern.test(template))?.[0];
}

function routeOf({ method, template }: { method: string; template: string }): Route | undefined {
  return ROUTES.find((one) => one.method === method && one.template === template);
}
