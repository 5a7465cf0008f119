/** Challenges in a document, each with what solved it and with credit to whose solution that was. */
import type { RootContent } from 'mdast';
import type { ReadmeMaterial, SharedChallenge } from '../readme-material.js';
import { cardMark, heading } from './document-nodes.js';
import { type EntryItem, entryList, marksOf } from './entry-item.js';

export interface ChallengeWords {
  challenge: string;
  solution: string;
  solvedBy: string;
  askedBy: string;
}

/** A heading for each challenge, its marks, and below them what it was and what solved it. `asker` is named if given. */
export async function challengeBlocks(
  challenges: readonly SharedChallenge[],
  depth: 2 | 3 | 4,
  {
    material: { userId },
    words,
    asker,
  }: { material: Pick<ReadmeMaterial, 'userId'>; words: ChallengeWords; asker?: string },
): Promise<RootContent[]> {
  const blocks: RootContent[] = [];
  for (const challenge of challenges) {
    const { title, body, accepted, tags, link } = challenge;
    const credit = asker === undefined ? undefined : { words: words.askedBy, name: asker };
    const marks = marksOf({ credit, tags, link, card: cardMark(challenge) });
    const parts: EntryItem[] = [
      ...(body === ''
        ? []
        : [{ title: words.challenge, text: body, isDone: null, marks: { tags: [], link: null } }]),
      ...(accepted
        ? [
            {
              title: words.solution,
              text: accepted.body,
              isDone: null,
              marks: {
                ...(accepted.authorId !== userId && {
                  credit: { words: words.solvedBy, name: accepted.authorName },
                }),
                tags: [],
                link: accepted.link,
                card: cardMark(accepted),
              },
            },
          ]
        : []),
    ];
    blocks.push(heading(depth, title));
    if (marks.length > 0) blocks.push({ type: 'paragraph', children: marks });
    if (parts.length > 0) blocks.push(await entryList(parts));
  }
  return blocks;
}
