/** The painter's side in its worker: turns each drawing it is given into a picture, with the fonts of this package alone. */
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';

/** Pixels of the picture for each of the drawing, so that screens of high density show it sharp enough. */
const density = 1.5;

const { resolve } = createRequire(import.meta.url);
const fontFiles = ['400Regular', '700Bold'].map((weight) =>
  resolve(`@expo-google-fonts/atkinson-hyperlegible/${weight}/AtkinsonHyperlegible_${weight}.ttf`),
);

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
});
