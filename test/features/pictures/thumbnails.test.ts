/** The pictures of a list. */
import { expect, it } from 'vitest';
import { noPictures, thumbnailsOf } from '../../../src/features/pictures/index.js';

const picture = (position: number) => ({ position, fileName: `${position}.png`, alt: null, sourceUrl: null });
const found = { url: 'https://cdn/1', alt: null, isSpoiler: false };

it('are the first ones of the entries that have any, and only those that are still there', async () => {
  const asked: unknown[] = [];
  const shown = async ({ number, pictures }: { number: number; pictures?: readonly object[] }) => {
    asked.push([number, pictures?.length]);
    return number === 2 ? { ...noPictures, gone: 1 } : { ...noPictures, items: [found] };
  };
  const entries = [
    { number: 1, pictures: [picture(1), picture(2)] },
    { number: 2, pictures: [picture(1)] },
    { number: 3 },
  ];
  expect([...(await thumbnailsOf('7', entries, { shown }))]).toEqual([[1, found]]);
  expect(asked).toEqual([
    [1, 1],
    [2, 1],
  ]);
});

it('are left out when Discord takes too long', async () => {
  const shown = () => new Promise<never>(() => undefined);
  const entries = [{ number: 1, pictures: [picture(1)] }];
  expect((await thumbnailsOf('7', entries, { shown }, 20)).size).toBe(0);
});
