/** The painter's side in its worker: turns each drawing it is given into a picture, with the fonts of this package alone. */
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';

/** Pixels of the picture for each of the drawing, so that screens of high density show it sharp enough. */
const density = 1.5;

const { resolve } = createRequire(import.meta.url);
const fontFiles = ['400Regular', '700Bold'].map((weight) =>
  resolve(`@expo-google-fonts/atkinson-hyperlegible/${weight}/AtkinsonHyperlegible_${weight}.ttf`),
);

/** Pictures after which what they left behind is collected. */
const collectedAfter = 8;

// The renderer's pixels, over a megabyte each, lie outside V8, which sees a few small objects and no reason to collect.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
let painted = 0;

parentPort?.on('message', ({ id, svg }: { id: number; svg: string }) => {
  try {
    const drawing = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: density },
      // Whatever fonts a machine has of its own would make its pictures differ.
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Atkinson Hyperlegible' },
    });
    parentPort?.postMessage({ id, png: drawing.render().asPng() }, []);
  } catch (error) {
    parentPort?.postMessage({ id, fault: String(error) }, []);
  }
  painted += 1;
  if (painted % collectedAfter === 0) collect();
});
