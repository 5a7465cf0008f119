/** A challenge and its solution told in sentences: where the one ends and the other begins. */
import type { RichText } from '../passages/rich-text.js';

export interface Told {
  problem: RichText;
  solution: RichText;
}

const solvedWords = String.raw`(?:re)?solved|fixed|resolved|over(?:came|come)|addressed|handled|mitigated|tackled|eliminated|remedied|corrected|worked around|sorted out`;
const did = String.raw`${solvedWords}|used|implemented|added|switched|created|learned|learnt|wrote|built|configured|introduced|applied|adopted|broke|moved|ended up|decided|started|set up|installed|refactored|optimi[sz]ed|redesigned|replaced|updated|split|enabled|integrated|containeri[sz]ed|found|discovered|reali[sz]ed|practi[sc]ed|studied|researched|reduced|improved|enforced|leveraged|wrapped|automated|normali[sz]ed|organi[sz]ed|standardi[sz]ed|established|documented|deployed|chose|made|changed|rewrote|rebuilt|migrated|debugged|utili[sz]ed|defined|developed|designed|set|employed|followed|kept|put|ran|drew|drafted|sketched|mapped|consulted|watched|asked|joined|experimented|traced|reviewed|compared|profiled|measured|logged|inspected|checked|extracted|memoi[sz]ed|paginated|indexed|denormali[sz]ed|scheduled|queued|throttled|combined|merged|separated|converted|mocked|pinned|upgraded|downgraded|reinstalled|restarted|cleared|registered|mounted|exposed|limited|secured|encrypted|hashed|saniti[sz]ed|documented|read|tested|validated|overrode|took|brought|gave|got rid of|turned|called|went|cut|sent|swapped|raised|dropped|tuned|tamed|offloaded|cached|isolated|ensured|adjusted|centrali[sz]ed|simplified|structured|read|asked`;
const iberianDid = String.raw`(?:(?:resolv|super|us|cri|cre|adicion|agreg|configur|implement|aprend|estud|corrig|correg|optimi[zc]|otimi[zc]|refa[ct]+or|mud|cambi|troqu|instal|escrev|escrib|pass|dividi|separ)(?:ei|i|í|é|imos|amos))`;
const adverbs = String.raw`(?:(?:then|later|eventually|finally|also|therefore|thus|successfully|simply|carefully|have|['’]ve)\s+){0,2}`;
const frenchDid = String.raw`(?:(?:r[ée]solu|corrig|utilis|ajout|mis|cr[ée]|configur|appris|impl[ée]ment|optimis|remplac|install|adopt|contourn|d[ée]coup|refactor|document|chang|appliqu|trait|surmont|int[ée]gr|fait|d[ée]plac|s[ée]par)[\p{L}]*)`;

/** A sentence that begins so tells what was done. */
const solutionSentence = new RegExp(
  [
    String.raw`^(?:so|then|and|but|however|instead|eventually|finally|therefore|thus|after [^,]{3,60}|in the end|to that end)?[,\s]*(?:i|we|my team|our team|the team)\s+${adverbs}(?:${did})\b`,
    String.raw`^(?:this|it|that|these|they|the (?:issue|problem|error|bug|fix)s?)\s+(?:was|were|got|is)\s+${adverbs}(?:${solvedWords})\b`,
    String.raw`^(?:to|in order to)\s+(?:(?:re)?solve|fix|address|overcome|resolve|handle|mitigate|tackle|counter|get around|work around|avoid|prevent|stop|remedy)\b`,
    String.raw`^(?:${did})\b`,
    String.raw`^the (?:solution|fix|answer|trick|remedy|workaround)\b`,
    String.raw`^(?:what|the thing that) (?:really |finally |eventually )?(?:helped|worked|fixed|solved|saved)\b`,
    String.raw`^(?:my|our) (?:solution|fix|answer|approach)\b`,
    String.raw`^by (?:\w+ly )?\w+ing\b`,
    String.raw`^[^.!?]{2,60}\b(?:fixed|solved|resolved|sorted) (?:it|this|that|them|the (?:issue|problem|error)s?)\b`,
    String.raw`^(?:j['’]ai|nous avons|on a|je l['’]ai|l['’]ai)\s+(?:\p{L}+ment\s+|fini par\s+)?${frenchDid}`,
    String.raw`^(?:pour|afin de?)\s+(?:r[ée]soudre|corriger|contourner|surmonter|[ée]viter|rem[ée]dier)`,
    String.raw`^(?:(?:eu|nós|yo|lo|la|o|a) )?${iberianDid}(?![\p{L}])`,
    String.raw`^(?:la|ma|notre) (?:solution|correction)\b`,
    String.raw`^(?:le problème|l['’]erreur|cela|il|elle) (?:a|ont) (?:été|pu être) (?:r[ée]gl|r[ée]sol|corrig|contourn)\p{L}*`,
    String.raw`^(?:r[ée]solue?s?|corrig[ée]e?s?)\s+(?:en|par|gr[âa]ce|avec)`,
  ].join('|'),
  'iu',
);

/** Within one sentence: '…; solved by …', '…, so I used …', '… fixed using …'. */
const turns: readonly RegExp[] = [
  new RegExp(
    String.raw`[;,.—–-]\s*(?:and |but |which |so |then |until |later |eventually |finally )*(?=(?:(?:it |they |this |that )?(?:was |were |got |has been )|(?:i |we )${adverbs})?(?:${solvedWords})\b)`,
    'giu',
  ),
  new RegExp(
    String.raw`\s+(?=(?:(?:was |were |got |which (?:i |we )|that (?:i |we ))?(?:${solvedWords})) (?:by|with|using|through|via|thanks)\b)`,
    'giu',
  ),
  new RegExp(String.raw`[;,]\s*(?:so|and so|hence|therefore) (?=(?:i|we) ${adverbs}(?:${did})\b)`, 'giu'),
  new RegExp(String.raw`(?:[;]|\s[—–-]\s?)\s*(?=(?:i |we )?(?:${did})\b)`, 'giu'),
  /[;,.—–-]\s*(?=(?:que j['’]ai |que nous avons )?(?:r[ée]solue?s?|corrig[ée]e?s?|contourn[ée]e?s?) (?:en|par|gr[âa]ce|avec))/giu,
  /\s(?=(?:r[ée]solue?s?|corrig[ée]e?s?) (?:en|par|gr[âa]ce|avec) )/giu,
  /[;,]\s*but (?=[^,;.]{3,80}\b(?:helped|fixed|solved|resolved)\b)/giu,
  /[;,]\s*(?:alors|donc|et) (?=(?:j['’]ai|nous avons|on a) )/giu,
];

const arrow = /\s*(?:(?:→|➜|➔|➡\ufe0f?|⟶|=>|-->|--(?=\s)|->|✅|✔\ufe0f?)\s*)+/gu;

/** The text split where it turns from what was wrong to what was done; null when it does not. */
export function toldIn(text: RichText): Told | null {
  return atArrow(text) ?? atSentence(text) ?? atTurn(text);
}

function atArrow(text: RichText): Told | null {
  const arrows = [...text.plain.matchAll(arrow)].filter(({ index }) => index > 2);
  const [first] = arrows;
  return first && arrows.length === 1 ? cutAt(text, first.index, first.index + first[0].length) : null;
}

/** Text longer than this is searched for its first sentences alone (characters). */
const longestTold = 4_000;

function atSentence(text: RichText): Told | null {
  const words = text.plain.slice(0, longestTold);
  for (const match of words.matchAll(/[.!?…:;]["”')]*\s+/gu)) {
    const start = match.index + match[0].length;
    const sentence = words.slice(start, start + 160);
    if (solutionSentence.test(sentence) || actedSentence.test(sentence)) return cutAt(text, start, start);
  }
  return null;
}

function atTurn(text: RichText): Told | null {
  const words = text.plain.slice(0, longestTold);
  for (const turn of turns) {
    const match = words.matchAll(turn).next().value;
    if (match && match.index > 3) return cutAt(text, match.index, match.index + match[0].length);
  }
  return null;
}

function cutAt(text: RichText, end: number, start: number): Told | null {
  const kept = text.plain.slice(0, end).replace(/[\s;,—–-]+$/u, '');
  const problem = text.slice(0, kept.length);
  const solution = text.slice(start);
  const both = [problem, solution].every(({ plain }) => (plain.match(/[\p{L}\p{N}]+/gu) ?? []).length >= 1);
  return both ? { problem, solution } : null;
}

/** Words in the past that tell of trouble, not of what was done about it. */
const notDone = String.raw`(?:fail|need|fac|struggl|encounter|experienc|caus|crash|slow|delay|limit|expect|block|break|suffer|lack|miss|need|want|tri|hat|confus|nested|shared|unexpected|limited|repeated|complicated|advanced|related|distribut|unauthori[sz])\p{L}*ed\b|need\b|unexpected\b`;

const doing = new RegExp(
  String.raw`^(?:i |we )?${adverbs}(?:(?:${did})\b|(?!${notDone})\p{L}{3,}ed\b|(?:use|add|apply|enforce|implement|adopt|configure|create|enable|install|set|switch|write|run|keep|split|break|leverage|make|move|define|centrali[sz]e|cache|test|validate|wrap|introduce|utili[sz]e|integrate|debug|learn|organi[sz]e|optimi[sz]e|refactor|replace|update|upgrade|ensure|separate|document)\b|${frenchDid}\b)`,
  'iu',
);

/** 'I capped the rule', told of oneself after what was wrong; what only happened to one is none of it. */
const actedSentence = new RegExp(
  String.raw`^(?:i|we) ${adverbs}(?!${notDone}|(?:notic|receiv|assum|hop|believ|work|seem|wonder|expect|open|click|push|call|deploy|launch|start)\p{L}*ed\b)\p{L}{3,}ed\b`,
  'iu',
);

/** Whether a text begins with what was done. */
export function beginsWithSolution(given: string): boolean {
  const words = given.replace(/^(?:\p{Extended_Pictographic}\ufe0f?\s*)+/u, '');
  return solutionSentence.test(words) || doing.test(words);
}

/** Whether a text says in so many words that something was fixed. */
export function saysItIsMended(words: string): boolean {
  return new RegExp(String.raw`\b(?:${solvedWords})\b|r[ée]solu|corrig`, 'iu').test(words.slice(0, 80));
}

/** Whether a text tells of trouble. */
export function tellsOfTrouble(words: string): boolean {
  return /\b(?:hard|difficult|struggl\w+|fail\w*|crash\w*|errors?|slow\w*|confus\w+|could(?:n['’]t| not)|did(?:n['’]t| not)|was(?:n['’]t| not)|caus\w+|issues?|problems?|bugs?|broke\w*|challeng\w+|hurdles?|tricky|unclear|unable|lack\w*|difficile|erreurs?|lent\w*|probl[èe]m[ea]s?|d[ée]fis?|desaf[ií]os?|erros?|errores?|dif[íi]c\w+|retos?)\b/iu.test(
    words,
  );
}
