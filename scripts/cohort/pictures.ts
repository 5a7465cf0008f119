/** Pictures that the sample cohort shares, drawn here. */
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

const { resolve } = createRequire(import.meta.url);
const font = 'Atkinson Hyperlegible';
const fontFiles = [
  resolve('@expo-google-fonts/atkinson-hyperlegible/400Regular/AtkinsonHyperlegible_400Regular.ttf'),
];

const bar = (y: number, width: number, label: string, color: string) =>
  `<rect x="150" y="${y}" width="${width}" height="36" rx="4" fill="${color}"/>
   <text x="140" y="${y + 25}" text-anchor="end">${label}</text>`;

const drawings = {
  'filter-times': `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="200">
    <rect width="640" height="200" fill="#ffffff"/>
    <g font-family="${font}" font-size="18" fill="#1f2937">
      <text x="20" y="36" font-size="20">One filter, from tap to result</text>
      ${bar(64, 20, 'my laptop', '#2f8f6b')}<text x="180" y="89">40 ms</text>
      ${bar(124, 380, 'aunt’s phone', '#e0a030')}<text x="540" y="149">900 ms</text>
    </g></svg>`,
} as const;

export type Drawing = keyof typeof drawings;

/** The drawing as a PNG. */
export function drawn(name: Drawing): Buffer {
  const font = { loadSystemFonts: false, fontFiles };
  return new Resvg(drawings[name], { font }).render().asPng();
}
