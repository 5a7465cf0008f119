/** Painting drawings: with the bundled fonts, each loaded once; an error never reaches the caller. */
import { afterEach, expect, it } from 'vitest';
import { Painter } from '../../src/platform/painter.js';

const drawing = (content: string, family = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="30"><text x="2" y="20" font-size="16"${family && ` font-family="${family}"`}>${content}</text></svg>`;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

const faults: unknown[] = [];
const painters: Painter[] = [];
/** With time for a worker that is compiled from its source, on a machine that tests much else at the same time. */
const painter = (limits: { timeMs?: number; kept?: number } = {}, file?: URL): Painter => {
  const made = new Painter((error) => faults.push(error), { timeMs: 50_000, ...limits }, file);
  painters.push(made);
  return made;
};
afterEach(async () => {
  faults.length = 0;
  await Promise.all(painters.splice(0).map((made) => made.stop()));
});

it('paints text in the bundled fonts, whatever font is named', async () => {
  const { paint } = bound(painter());
  const [one, other, named, empty] = await Promise.all([
    paint(drawing('Ab')),
    paint(drawing('Cd')),
    paint(drawing('Ab', 'Atkinson Hyperlegible')),
    paint(drawing('')),
  ]);
  expect(one?.subarray(0, 4)).toEqual(signature);
  expect(one?.equals(named ?? Buffer.of())).toBe(true);
  expect(one?.equals(other ?? Buffer.of())).toBe(false);
  expect(one?.equals(empty ?? Buffer.of())).toBe(false);
  // Its width and height: so many times the drawing’s.
  expect([one?.readUInt32BE(16), one?.readUInt32BE(20)]).toEqual([120, 45]);
});

it('paints the same drawing once while it is cached', async () => {
  const { paint } = bound(painter({ kept: 2 }));
  const first = await paint(drawing('1'));
  expect(await paint(drawing('1'))).toBe(first);
  await paint(drawing('2'));
  await paint(drawing('3'));
  const again = await paint(drawing('1'));
  expect(again).not.toBe(first);
  expect(again?.equals(first ?? Buffer.of())).toBe(true);
});

it('returns no picture for an invalid drawing, and goes on', async () => {
  const { paint } = bound(painter());
  expect(await paint('<p>Hello')).toBeUndefined();
  expect(faults).toHaveLength(1);
  expect(await paint(drawing('1'))).toBeInstanceOf(Buffer);
});

it.each([
  ['that never answers', 'data:text/javascript,setInterval(() => {}, 1000)'],
  ['that cannot start', 'data:text/javascript,throw new Error("no native part")'],
])('returns no picture when the worker %s', async (_, file) => {
  const { paint } = bound(painter({ timeMs: 300 }, new URL(file)));
  expect(await Promise.all([paint(drawing('1')), paint(drawing('2'))])).toEqual([undefined, undefined]);
  expect(faults).toHaveLength(2);
});

function bound(made: Painter) {
  return { paint: (svg: string) => made.paint(svg) };
}
