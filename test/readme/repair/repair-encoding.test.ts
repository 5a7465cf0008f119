/** Documents that were read with a wrong code page come back; correct ones stay as they are, to the byte. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairMojibake } from '../../../src/readme/repair/mojibake.js';
import { decodeDocument } from '../../../src/readme/repair/repair-encoding.js';
import { type Page, spoilt } from '../../support/spoilt-text.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const pages = ['latin-1', 'windows-1252', 'windows-1254'] as const;

const document = `# 🚀 Projet Nexus – carnet d’été

## 🛠️ Outils
- **Django** → “l’essentiel” à apprendre, où qu’on soit : déjà prêt…
- **PostgreSQL** — 10 €, 25 °C, © 2025, naïve, São João, Größe
- Ọjọ́ tuntun, ሰላም ለዓለም, مرحبا بالعالم, İstanbul ığşç

\`\`\`
projet/
├── src/
└── test/
\`\`\`
`;

describe('bytes become text', () => {
  it.each([
    ['UTF-8', bytes(document), 'utf-8'],
    ['UTF-8 with a mark', bytes(`\ufeff${document}`), 'utf-8'],
    ['UTF-16, low byte first', Buffer.from(`\ufeff${document}`, 'utf16le'), 'utf-16le'],
    ['UTF-16, high byte first', Buffer.from(`\ufeff${document}`, 'utf16le').swap16(), 'utf-16be'],
  ])('reads %s', (_name, given, encoding) => {
    expect(decodeDocument(given)).toEqual({ text: document, encoding, repaired: 0, lost: 0 });
  });

  it('reads what is not UTF-8 as windows-1252', () => {
    const text = 'Défis : naïve – “prêt” à 10 €';
    const given = Uint8Array.from(text, (character) => {
      const special = { '–': 0x96, '“': 0x93, '”': 0x94, '€': 0x80 }[character];
      return special ?? character.charCodeAt(0);
    });
    expect(decodeDocument(given)).toEqual({ text, encoding: 'windows-1252', repaired: 0, lost: 0 });
  });

  it('keeps what is whole of UTF-8 that was cut in the middle of a character', () => {
    const { text } = decodeDocument(bytes('Un été déjà prêt – voilà 🚀').slice(0, -2));
    expect(text).toMatch(/^Un été déjà prêt – voilà /);
  });
});

describe('spoilt text comes back', () => {
  it.each(pages)('read as %s', (page) => {
    expect(decodeDocument(bytes(spoilt(document, page, 'kept')))).toMatchObject({ text: document, lost: 0 });
  });

  it.each(pages.flatMap((first) => pages.map((second) => [first, second] as const)))(
    'twice over, as %s and %s',
    (first, second) => {
      const twice = spoilt(spoilt(document, first, 'kept'), second, 'kept');
      expect(repairMojibake(twice)).toMatchObject({ text: document, lost: 0 });
    },
  );

  it('with a byte order mark that was read along', () => {
    expect(decodeDocument(bytes(spoilt('\ufeff# Title', 'windows-1252', 'kept'))).text).toBe('# Title');
  });

  it('where an editor made plain spaces of the hard ones', () => {
    const text = 'Il reste à faire\u00a0: voilà\nun été – déjà';
    const seen = spoilt(text, 'windows-1252', 'kept').replaceAll('\u00a0', ' ');
    expect(repairMojibake(seen)).toMatchObject({ text, lost: 0 });
  });

  it('from a single sequence, when nothing else speaks against it', () => {
    for (const text of [
      '# 🚀 Nexus',
      'It’s done',
      'a → b',
      'résumé',
      'it cost £5',
      '20 °C',
      '- Docker – containers',
    ]) {
      for (const page of pages) expect(repairMojibake(spoilt(text, page, 'kept')).text).toBe(text);
    }
  });

  it('whatever the characters are', () => {
    const anyScript = fc.oneof(
      fc.constantFrom(...'abc XYZ 123 .,:-#*`\n'),
      fc.constantFrom(...'éèàçüößñãõâêîôûœ–—‘’“”…•→←↑✓✔✗€£°©®™'),
      fc.constantFrom(...'ọẹṣńğışİĞŞțșłżźčěđ'),
      fc.constantFrom(...'ሰላምለዓمرحباПриветनमस्ते日本語한국'),
      fc.constantFrom('🚀', '📚', '🛠️', '👨‍💻', '🇫🇷', '⚙️', '✅', '🏆'),
    );
    const text = fc
      .array(anyScript, { maxLength: 200 })
      .map((parts) => `Notes – l’été 🚀\n${parts.join('')}`);
    fc.assert(
      fc.property(text, fc.constantFrom<Page>(...pages), (original, page) => {
        // What reads as spoilt by itself is no fair question.
        fc.pre(repairMojibake(original).text === original);
        expect(repairMojibake(spoilt(original, page, 'kept'))).toMatchObject({ text: original, lost: 0 });
      }),
      { numRuns: 300, seed: 20_260_302 },
    );
  });
});

describe('where bytes were dropped', () => {
  const dropped = (text: string) => repairMojibake(spoilt(text, 'windows-1254', 'dropped'));

  it.each([
    ['## 🛠️ Tools', '## 🛠️ Tools'],
    ['## ⚙️ Set-up', '## ⚙️ Set-up'],
    ['## ❤️ Thanks – a lot', '## ❤️ Thanks – a lot'],
    ['## ➡️ Next – soon', '## ➡️ Next – soon'],
    ['I call it “done” – mostly', 'I call it “done” – mostly'],
    ['👩‍💻 wrote – this', '👩‍💻 wrote – this'],
  ])('completes %s', (text, expected) => {
    expect(dropped(text)).toMatchObject({ text: expected, lost: 0 });
  });

  it.each([
    ['# 🌐 Nexus 🚀', '# � Nexus 🚀'],
    ['# 🌍 Nexus 🚀', '# � Nexus 🚀'],
    ['# 🏆 Best – practices', '# � Best – practices'],
    ['# ✍️ Author 🚀', '# � Author 🚀'],
    ['# 🏗️ Design 🚀', '# � Design 🚀'],
    ['# 🏁 Conclusion', '# � Conclusion'],
    ['an odd ‐ hyphen – and a dash', 'an odd � hyphen – and a dash'],
  ])('marks what it cannot complete in %s', (text, expected) => {
    expect(dropped(text)).toMatchObject({ text: expected, lost: 1 });
  });

  it('loses neither a space nor a letter beside them', () => {
    const text = 'a → b  \n  - c – d\t🚀 e\n\n🌐🌐 f 🏆';
    expect(dropped(text).text).toBe('a → b  \n  - c – d\t🚀 e\n\n�� f �');
  });
});

describe('correct text is left as it is', () => {
  it.each([
    ['English', 'It’s a naïve résumé – “quoted” … 10 € ✅ 🚀'],
    ['French', '« Défi » : déjà vu, ça marche – l’été à Noël, CAFÉ », où, « À » ! RÉSUMÉ… « été »'],
    ['French with hard spaces', 'RÉSUMÉ\u00a0: « été\u00a0», « voilà\u00a0», « dû\u00a0», « CAFÉ\u00a0»'],
    ['Portuguese', 'NÃO, AMANHÃ… “AMANHÃ” SÃO PAULO ÂMBITO âncora – coração, «IRMû'],
    ['Turkish', 'Yağmur yağıyor, ağaç, İSTANBUL ĞŞİ – “dağ” … DAĞ’DA, Şahin’in ÖĞ…'],
    ['Yoruba', 'Ọjọ́ dára; ẹ kú iṣẹ́ – “ọ̀rẹ́” àgbà'],
    ['Amharic', 'ሰላም ለዓለም። ጥሩ ነው – “እሺ”'],
    ['Arabic', 'مرحبا بالعالم، «نص صحيح» – “اقتباس”'],
    ['German', 'Größe, Äpfel, „Öl“, Übung – ß'],
    ['Vietnamese', 'Lập trình “căn bản” – đã học được nhiều điều… Â và â’'],
    ['a single hard space after a capital', 'RÉSUMÉ\u00a0: done'],
    ['one capital before a quote', 'MARQUÉ’S plan'],
    ['ASCII', 'nothing beyond: #*`~'],
  ])('%s', (_language, text) => {
    expect(repairMojibake(text)).toEqual({ text, repaired: 0, lost: 0 });
    expect(Buffer.from(bytes(decodeDocument(bytes(text)).text)).equals(bytes(text))).toBe(true);
  });

  it.each([
    'Challenge: `Ã©` showed up in place of the accent.',
    'My page showed "Ã©" and (â€™) instead of accents and quotes.',
    'The file had `ðŸš€` where a rocket 🚀 was, and Ã© for é.',
    '| seen | meant |\n| --- | --- |\n| Ã© | é |\n| â€™ | ’ |\n| ðŸš€ | 🚀 |',
    '```\nrÃ©sumÃ© â€“ naÃ¯ve\n```\nwas what the log said – “résumé” it should be.',
    '```\nrÃ©sumÃ© â€“ naÃ¯ve\n```\nwas what the log said.',
  ])('a text about such damage: %j', (text) => {
    expect(repairMojibake(text)).toEqual({ text, repaired: 0, lost: 0 });
  });

  it('in the lines that were written after the damage was done', () => {
    const before = '## 📚 Notes – l’été\n- **Django** → prêt\n- **Redis** → “vite”\n';
    const after = '## 🏁 Depuis\n- déjà écrit à côté, très correct – “oui”, où ça, élève, été, forêt\n';
    expect(repairMojibake(spoilt(before, 'windows-1252', 'kept') + after).text).toBe(before + after);
  });

  it('whatever it says in French, Portuguese or Turkish', () => {
    const words = 'été déjà À CAFÉ où ça prêt NÃO ÂMBITO coração AMANHÃ yağmur DAĞ İŞÇİ ığ öğün naïve'.split(
      ' ',
    );
    const marks = [
      ' ',
      ' ',
      ' – ',
      '… ',
      '’',
      ' « ',
      '\u00a0» ',
      '” ',
      ' “',
      '\u00a0: ',
      '\n',
      ' 🚀 ',
      '£',
      '°',
      '®',
    ];
    const text = fc
      .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...marks)), { minLength: 8, maxLength: 60 })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(text, (original) => {
        expect(repairMojibake(original).text).toBe(original);
      }),
      { numRuns: 500, seed: 20_260_302 },
    );
  });
});

it('repairs a megabyte of garbled text within a second', () => {
  const line = spoilt('- **Django** → l’été “prêt” 🚀 à voir – ok\n', 'windows-1254', 'kept');
  const given = bytes(line.repeat(20_000)).slice(0, 1_048_576);
  // Time of the processor, at its best: the machine does other things meanwhile, which share its caches.
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && best >= 1500; tries += 1) {
    const started = process.cpuUsage();
    decodeDocument(given);
    best = Math.min(best, process.cpuUsage(started).user / 1000);
  }
  expect(best).toBeLessThan(1500);
});

const seeds = path.join(import.meta.dirname, '../../../../shared/seeds');
describe.skipIf(!existsSync(seeds))('the learners’ documents beside the repository', () => {
  const spoiltSeeds = { '000': 3, '001': 3, '003': 3, '004': 2 } as const;

  it.each(Object.entries(spoiltSeeds))('%s comes back exactly but for its lost emoji', (number, lost) => {
    const name = readdirSync(seeds).find((file) => file.startsWith(number)) ?? '';
    const given = readFileSync(path.join(seeds, name));
    const decoded = decodeDocument(given);
    expect(decoded).toMatchObject({ encoding: 'utf-8', lost });
    // Garbled again, it is the given document except where the emoji were.
    const kept = decoded.text.split('\ufffd').map((part) => spoilt(part, 'windows-1254', 'dropped'));
    const pattern = kept
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^\\x00-\\x7f]{1,5}');
    expect(given.toString('utf8')).toMatch(new RegExp(`^${pattern}$`));
    expect(decoded.text).not.toMatch(/[ğâÃ]/);
  });

  it('the others stay as they are', () => {
    const folders = [seeds, path.join(seeds, '../readmes')];
    const correct = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => /\.(md|txt)$/.test(file) && !(folder === seeds && file.slice(0, 3) in spoiltSeeds))
        .map((file) => path.join(folder, file)),
    );
    expect(correct.length).toBeGreaterThan(25);
    for (const file of correct) {
      const given = readFileSync(file);
      expect({ file, text: decodeDocument(given).text }).toEqual({
        file,
        text: given.toString('utf8').replace(/^\ufeff/, ''),
      });
    }
  });
});
