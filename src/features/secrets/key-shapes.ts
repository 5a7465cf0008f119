/** Keys and tokens that are told by their shape: the library's rules, and ours for the services those lack. */
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { isStandIn } from './placeholders.js';
import type { SecretKind } from './secret-model.js';

/** Where in a text a secret stands (UTF-16 units), `end` excluded. */
export interface Finding {
  kind: SecretKind;
  service: string | null;
  start: number;
  end: number;
}

/** By service; each stands apart from letters and digits around it. */
const shapes: readonly [service: string, shape: string][] = [
  ['AWS', '(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}'],
  ['GitHub', 'gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_\\w{40,255}'],
  ['GitLab', 'gl(?:pat|ptt|dt|rt|soat|ft)-[\\w-]{20,64}'],
  ['Slack', 'xox[abeoprs]-(?=[A-Za-z-]*\\d)[A-Za-z0-9-]{16,255}|xapp-\\d-[A-Za-z0-9-]{20,255}'],
  ['Google', 'AIza[\\w-]{35}|GOCSPX-[\\w-]{28}|ya29\\.[\\w-]{30,255}'],
  ['Stripe or Paystack', '[sr]k_(?:live|test)_[A-Za-z0-9]{16,255}|whsec_[A-Za-z0-9+/=]{24,255}'],
  ['Flutterwave', 'FLWSECK(?:_TEST)?-[A-Za-z0-9]{12,64}(?:-X)?'],
  ['Chapa', 'CHASECK(?:_TEST)?-[A-Za-z0-9]{16,64}'],
  ['Anthropic', 'sk-ant-[\\w-]{32,255}'],
  ['OpenAI', 'sk-(?:proj-|svcacct-|admin-)?(?=[\\w-]*\\d)[\\w-]{40,255}'],
  ['npm', 'npm_[A-Za-z0-9]{36}'],
  ['PyPI', 'pypi-[\\w-]{50,255}'],
  ['Hugging Face', 'hf_[A-Za-z0-9]{30,40}'],
  ['Groq', 'gsk_[A-Za-z0-9]{40,64}'],
  ['SendGrid', 'SG\\.[\\w-]{16,64}\\.[\\w-]{16,64}'],
  ['Mailgun', 'key-[0-9a-f]{32}'],
  ['Twilio', 'SK[0-9a-f]{32}'],
  ['Telegram', '\\d{8,10}:AA[\\w-]{32,34}'],
  ['DigitalOcean', 'do[opr]_v1_[0-9a-f]{64}'],
  ['Supabase', 'sb(?:p|_secret)_\\w{20,64}'],
  ['Heroku', 'HRKU-[\\w-]{30,64}'],
  ['Render', 'rnd_[A-Za-z0-9]{24,64}'],
  ['Netlify', 'nfp_[A-Za-z0-9]{36,64}'],
  ['Notion', 'ntn_[A-Za-z0-9]{40,64}|secret_[A-Za-z0-9]{43}'],
  ['Shopify', 'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}'],
  ['Sentry', 'sntry[su]_[\\w+/=-]{40,255}'],
  ['Postman', 'PMAK-[0-9a-f]{24}-[0-9a-f]{34}'],
  ['age', 'AGE-SECRET-KEY-1[A-Z0-9]{50,64}'],
  ['xAI', 'xai-[A-Za-z0-9]{60,100}'],
  ['Replicate', 'r8_[A-Za-z0-9]{37}'],
];

const anyShape = new RegExp(
  `(?<![A-Za-z0-9_-])(?:${shapes.map(([, shape]) => `(${shape})`).join('|')})(?![A-Za-z0-9])`,
  'g',
);

const slackHook =
  /hooks\.slack\.com\/(?:services|workflows)\/(T[A-Z0-9]{6,12}\/[A-Z0-9]{6,12}\/[\w/]{16,64})/gi;
const discordHook = /(?:discord|discordapp)\.com\/api\/(?:v\d+\/)?webhooks\/\d{15,20}\/([\w-]{50,100})/gi;
const discordToken = /(?<![\w-])([MNO][\w-]{22,28})\.[\w-]{6}\.[\w-]{25,45}(?![\w-])/g;
const signedToken = /(?<![\w-])eyJ[\w-]{8,2000}\.eyJ[\w-]{4,8000}\.[\w-]{16,2000}/g;
const privateKey =
  /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----((?:(?!-----)[^]){48,20000})(?:-----END|$)/g;

/** Rules of the library that ours take the place of, and the one by which a text could switch the others off. */
const rulesLeftOut = /basicauth|database-connection-string|privatekey|filter-comments/;

/** The context that a rule of the library needs; the library's own runner would keep a record of each run in memory. */
interface LibraryRule {
  meta: { id: string };
  create(
    context: {
      createTranslator(): () => { message: string; messageId: string };
      report(found: { range: readonly [number, number] }): void;
      ignore(): void;
    },
    options: { allows: string[] },
  ): { file?(source: { content: string; filePath: string; ext: string; contentType: 'text' }): unknown };
}

const library = libraryOf(rules);

function libraryOf(known: readonly LibraryRule[]): (content: string) => Finding[] {
  let found: Finding[] = [];
  const runs = known
    .filter(({ meta }) => !rulesLeftOut.test(meta.id))
    .map((rule) =>
      rule.create(
        {
          createTranslator: () => () => ({ message: '', messageId: '' }),
          report: ({ range: [start, end] }) => found.push({ kind: 'key', service: null, start, end }),
          ignore: () => undefined,
        },
        { allows: [] },
      ),
    );
  return (content) => {
    found = [];
    const source = { content, filePath: 'text.txt', ext: '.txt', contentType: 'text' as const };
    for (const run of runs) run.file?.(source);
    return found;
  };
}

/** Every shape has a run this long, with a digit in it or in capitals; ordinary prose has none. */
const longRun = /[A-Za-z0-9_+=~-]{16,}/g;

function hasLongRun(text: string): boolean {
  for (const [run] of text.matchAll(longRun)) {
    if (/\d/.test(run) || /[A-Z]{12}/.test(run) || /[a-z][A-Z][^]*[a-z][A-Z]/.test(run)) return true;
  }
  return false;
}

/** Keys and tokens in a text, stand-ins left out. */
export function keysIn(text: string): Finding[] {
  const found: Finding[] = [];
  const add = (kind: SecretKind, service: string | null, start: number, value: string) => {
    if (!isStandIn(value)) found.push({ kind, service, start, end: start + value.length });
  };
  if (text.includes('-----BEGIN')) {
    for (const { 0: whole, 1: body = '', index } of text.matchAll(privateKey)) {
      const start = index + whole.indexOf(body);
      if (!/[A-Za-z0-9+/=]{32}/.test(body)) continue;
      found.push({ kind: 'private-key', service: null, start, end: start + body.length });
    }
  }
  if (!hasLongRun(text)) return found;
  for (const match of text.matchAll(anyShape)) {
    const place = match.findIndex((group, index) => index > 0 && group !== undefined);
    add('key', shapes[place - 1]?.[0] ?? null, match.index, match[0]);
  }
  for (const { 0: whole, index } of text.matchAll(signedToken)) add('token', null, index, whole);
  for (const { 0: whole, 1: id = '', index } of text.matchAll(discordToken)) {
    if (/^\d{15,20}$/.test(Buffer.from(id, 'base64').toString('latin1'))) add('key', 'Discord', index, whole);
  }
  for (const [service, hook] of [
    ['Slack', slackHook],
    ['Discord', discordHook],
  ] as const) {
    for (const { 0: whole, 1: end = '', index } of text.matchAll(hook)) {
      add('webhook', service, index + whole.length - end.length, end);
    }
  }
  for (const { kind, service, start, end } of library(text))
    add(kind, service, start, text.slice(start, end));
  return found;
}
