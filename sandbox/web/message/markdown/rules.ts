/**
 * The parser's rules, and our own where they differ from Discord: lists, line starts inside quotes and items,
 * addresses, masked links, code between backticks, and the newer kinds of times and places.
 */
import { rules as parserRules, SimpleMarkdown } from 'discord-markdown-parser';
import { addressAt, maskedLinkAt, safeAddress } from './address.js';
import { DEEPEST_LIST, listAt, listsOf } from './lists.js';

type Rule = (typeof parserRules)[string];
type State = Parameters<Rule['match']>[1];
type Parse = Parameters<Rule['parse']>[1];

const { defaultRules } = SimpleMarkdown;

/** Stands for 'something is before it in this line'. */
const WITHIN_LINE = [''];

/** Marks within marks beyond this are shown as they were typed: a thousand asterisks must not end the page. */
const DEEPEST_MARKS = 24;

export const rules: Record<string, Rule> = {
  ...parserRules,
  em: inline(parserRules['em']),
  strong: inline(defaultRules.strong),
  underline: inline(defaultRules.u),
  strikethrough: inline(parserRules['strikethrough']),
  spoiler: {
    order: 0,
    match: (source, state) => (isTooDeep(state) ? null : /^\|\|([\s\S]+?)\|\|/.exec(source)),
    parse: (capture, parse, state) => ({ content: nested(parse, capture[1], deeper(state)) }),
  },
  heading: {
    order: defaultRules.heading.order,
    match: (source, state) => (beginsBlock(state) ? /^ *(#{1,3}) +(\S[^\n]*)(?:\n|$)/.exec(source) : null),
    parse: (capture, parse, state) => ({
      level: capture[1]?.length,
      content: line(parse, capture[2]?.trimEnd(), state),
    }),
  },
  subtext: {
    order: defaultRules.heading.order,
    match: (source, state) => (beginsBlock(state) ? /^ *-# +(\S[^\n]*)(?:\n|$)/.exec(source) : null),
    parse: (capture, parse, state) => ({ content: line(parse, capture[1]?.trimEnd(), state) }),
  },
  list: {
    order: defaultRules.heading.order,
    match(source, state) {
      const isDeepest = Number(state['listDepth'] ?? 0) >= DEEPEST_LIST;
      const lines = beginsBlock(state) && !isDeepest ? listAt(source) : '';
      return lines ? [lines] : null;
    },
    parse(capture, parse, state) {
      const listDepth = Number(state['listDepth'] ?? 0) + 1;
      return listsOf(capture[0] ?? '').map((list) => ({
        type: 'list',
        ...list,
        items: list.items.map((item) => blocks(parse, item, { ...state, listDepth })),
      }));
    },
  },
  blockQuote: {
    order: defaultRules.blockQuote.order,
    match: (source, state) =>
      beginsBlock(state) && !state['inQuote']
        ? /^ *>>> ([\s\S]+)|^ *> [^\n]*(?:\n *> [^\n]*)*\n?/.exec(source)
        : null,
    parse(capture, parse, state) {
      const text = capture[1] ?? capture[0]?.replace(/^ *> /gm, '');
      return { content: blocks(parse, text?.replace(/\n$/, ''), { ...state, inQuote: true }) };
    },
  },
  codeBlock: {
    order: defaultRules.codeBlock.order,
    match: (source) => /^```(?:([a-z0-9_+\-.#]+)\n)?\n*([^\n][^]*?)\n*```/i.exec(source),
    parse: (capture) => ({ language: capture[1] ?? '', content: capture[2] }),
  },
  inlineCode: {
    order: defaultRules.inlineCode.order,
    match(source) {
      const fence = /^`+/.exec(source)?.[0];
      if (!fence) return null;
      const end = closingFence(source, fence);
      // A run of backticks that nothing closes is text.
      return end < 0 ? [fence] : [source.slice(0, end + fence.length), source.slice(fence.length, end)];
    },
    parse: (capture) =>
      capture[1] === undefined
        ? { type: 'text', content: capture[0] }
        : { content: capture[1].replace(/^ (?= *`)|(` *) $/g, '$1') },
  },
  autolink: {
    order: defaultRules.autolink.order,
    match(source) {
      const found = /^<([a-z]+:\/\/[^\s<>]+)>/i.exec(source);
      return found?.[1] && safeAddress(found[1]) ? found : null;
    },
    parse: (capture) => addressLink(capture[1]),
  },
  url: {
    order: defaultRules.url.order,
    match(source) {
      const address = addressAt(source);
      return address ? [address] : null;
    },
    parse: (capture) => addressLink(capture[0]),
  },
  link: {
    order: defaultRules.link.order,
    match(source, state) {
      const link = state['inLink'] ? undefined : maskedLinkAt(source);
      // Discord shows as text what would hide one address behind another.
      if (!link || /https?:\/\//i.test(link.label) || !safeAddress(link.target)) return null;
      return [source.slice(0, link.length), link.label, link.target];
    },
    parse: (capture, parse, state) => ({
      content: line(parse, capture[1], { ...state, inLink: true }),
      target: capture[2],
    }),
  },
  timestamp: {
    order: defaultRules.strong.order,
    match: (source) => /^<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/.exec(source),
    parse: (capture) => ({ seconds: Number(capture[1]), style: capture[2] ?? 'f' }),
  },
  slashCommand: {
    order: defaultRules.strong.order,
    match: (source) => /^<\/([-_' \p{L}\p{N}\p{M}]{1,98}):\d{1,20}>/u.exec(source),
    parse: (capture) => ({ name: capture[1] }),
  },
  guildNavigation: {
    order: defaultRules.strong.order,
    match: (source) => /^<id:(customize|browse|guide|home|linked-roles)(?::\d+)?>/.exec(source),
    parse: (capture) => ({ place: capture[1] }),
  },
};

/** Whether a heading, a list or a quote may begin here. */
function beginsBlock(state: State): boolean {
  const before: unknown = state['prevCapture'];
  if (state['inLine']) return false;
  return !Array.isArray(before) || String(before[0]).endsWith('\n');
}

function blocks(parse: Parse, text: string | undefined, state: State) {
  return parse(text ?? '', { ...state, prevCapture: null });
}

function nested(parse: Parse, text: string | undefined, state: State) {
  return parse(text ?? '', { ...state, prevCapture: WITHIN_LINE });
}

function line(parse: Parse, text: string | undefined, state: State) {
  return nested(parse, text, { ...state, inLine: true });
}

/** A rule whose content holds no headings, lists or quotes. */
function inline(rule: Rule | undefined): Rule {
  if (!rule) throw new Error('The parser lacks a rule that it used to have.');
  return {
    ...rule,
    match: (source, state, before) => (isTooDeep(state) ? null : rule.match(source, state, before)),
    parse: (capture, parse, state) =>
      rule.parse(capture, parse, { ...deeper(state), prevCapture: WITHIN_LINE, inLine: true }),
  };
}

function isTooDeep(state: State): boolean {
  return Number(state['depth'] ?? 0) >= DEEPEST_MARKS;
}

function deeper(state: State): State {
  return { ...state, depth: Number(state['depth'] ?? 0) + 1 };
}

function addressLink(address: string | undefined) {
  return { type: 'link', target: address, content: [{ type: 'text', content: address }] };
}

/** Where a run of backticks as long as the opening one stands; -1 when there is none. */
function closingFence(source: string, fence: string): number {
  const runs = /`+/g;
  runs.lastIndex = fence.length;
  for (let run = runs.exec(source); run; run = runs.exec(source))
    if (run[0].length === fence.length) return run.index;
  return -1;
}
