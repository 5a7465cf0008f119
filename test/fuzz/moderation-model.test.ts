/**
 * Moderation at random by several processes, against a small model: what is out of sight leaves through no reader,
 * exports included, whatever members and moderators do at once.
 */
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { ChallengeService } from '../../src/features/challenges/challenge-service.js';
import { ChallengeStore } from '../../src/features/challenges/challenge-store.js';
import { DigestContentStore } from '../../src/features/digest/digest-content-store.js';
import { ListingStore } from '../../src/features/drafts/listing-store.js';
import { CohortExportService } from '../../src/features/export/cohort-export-service.js';
import { CohortExportStore } from '../../src/features/export/cohort-export-store.js';
import { ExportService } from '../../src/features/export/readme-export-service.js';
import { ReadmeStore } from '../../src/features/export/readme-material-store.js';
import { memberHash } from '../../src/features/guard/member-hash.js';
import { ModerationService } from '../../src/features/moderation/moderation-service.js';
import { ModerationStore } from '../../src/features/moderation/moderation-store.js';
import { ProfileStore } from '../../src/features/profiles/profile-store.js';
import { DataRightsService } from '../../src/features/rights/data-rights-service.js';
import { DataRightsStore } from '../../src/features/rights/data-rights-store.js';
import { ForgetStore } from '../../src/features/rights/forget-store.js';
import { PendingErasureStore } from '../../src/features/rights/pending-erasure-store.js';
import { documentWordsFor } from '../../src/locales/document-words.js';
import { UserError } from '../../src/platform/user-error.js';
import { amina, kofi, moderator, typed, wanjiru } from '../support/cohort.js';
import { createSearch } from '../support/create-search.js';
import { exportWriter } from '../support/export-writer.js';
import { Dice } from '../support/fuzz/dice.js';
import { useQueue } from '../support/queue.js';

const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_302);
/** `npm test` takes an eighth of the usual thousand; `npm run fuzz` as many steps as it is told. */
const steps = Number(process.env['FUZZ_RUNS'] ?? 125);
/** A cohort is read whole again and again: after so many steps the next one starts, empty. */
const stepsPerCohort = 40;
/** All readers are asked after so many steps; what they shouldn't give is there for longer than that. */
const stepsPerReading = 8;
const authors = [amina, kofi, wanjiru];
const words = documentWordsFor('en');
// Three at once, each with a transaction and a query beside it.
const cohort = useQueue(8);

/** What the model knows of an entry; `words` are those of its versions, the last one is the current. */
interface Known {
  authorId: string;
  type: 'learning' | 'challenge' | 'solution';
  words: string[];
  /** Of versions that nobody else has ever seen: replaced before it was published, or taken away instead. */
  unpublished: string[];
  held: boolean;
  hidden: boolean;
  deleted: 'no' | 'by author' | 'by moderator';
}
const isSeen = ({ held, hidden, deleted }: Known) => !held && !hidden && deleted === 'no';

/** Everything one process has; nothing of it is shared with another. */
function processOf() {
  const dataSource = cohort.dataSource();
  const clock = () => cohort.time.now;
  const { entries, queue, reports } = cohort;
  return {
    entries,
    queue,
    reports,
    challenges: new ChallengeService(new ChallengeStore(dataSource), entries, clock),
    moderation: new ModerationService(new ModerationStore(dataSource), entries, clock),
    search: createSearch(dataSource, new ListingStore(dataSource), clock),
    digests: new DigestContentStore(dataSource),
    readmes: new ExportService(new ReadmeStore(dataSource), new ProfileStore(dataSource), exportWriter),
    exports: new CohortExportService({
      store: new CohortExportStore(dataSource),
      readmes: new ReadmeStore(dataSource),
      profiles: new ProfileStore(dataSource),
      writer: exportWriter,
      clock,
    }),
    rights: new DataRightsService({
      data: new DataRightsStore(dataSource),
      erasing: new ForgetStore(dataSource),
      pending: new PendingErasureStore(dataSource),
      drafts: { forgetHeld: () => undefined },
      writer: exportWriter,
      hashOf: memberHash('a token'),
      clock,
    }),
  };
}
type Process = ReturnType<typeof processOf>;

const fits: Record<string, (entry: Known) => boolean> = {
  solve: (entry) => entry.type === 'challenge' && isSeen(entry),
  accept: (entry) => entry.type === 'solution' && isSeen(entry),
  edit: (entry) => entry.deleted === 'no' && !entry.hidden && entry.authorId !== '0',
  hide: isSeen,
  remove: ({ deleted }) => deleted === 'no',
  restore: ({ hidden, deleted }) => hidden || deleted === 'by moderator',
  delete: isSeen,
  'bring back': ({ deleted }) => deleted === 'by author',
  report: isSeen,
};

let count = 0;
/** A word that nothing else has, of letters alone. */
function newWord(): string {
  count += 1;
  return `zq${[...count.toString(26).padStart(4, '0')].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('')}x`;
}

/** What an outsider and a moderator who exports can read, as one text each. */
async function readAll(
  { search, digests, readmes, exports, entries }: Process,
  guildId: string,
  known: ReadonlyMap<number, Known>,
): Promise<{ open: string; copy: string; entryWords: string }> {
  const open: unknown[] = [];
  for (const [number, { words: own }] of known) {
    open.push(
      ...(await Promise.all([
        search.search(guildId, { query: own.at(-1) ?? '' }).then(({ results }) => results),
        entries.view(guildId, number).catch(onlyRefused),
        entries.history(guildId, number, '899').catch(onlyRefused),
      ])),
    );
  }
  open.push(await search.suggest(guildId, '', 'any', '899'));
  const end = new Date(cohort.time.now.getTime() + 60_000);
  open.push(await digests.read(guildId, { start: new Date(end.getTime() - 6 * 86_400_000), end }));
  for (const { id } of authors) {
    const bundles = await readmes.readme(guildId, { userId: id, viewerId: '899' }, words);
    if (bundles)
      for await (const { files } of bundles) open.push(files.map(({ content }) => content.toString()));
  }
  open.push(await unzipped(exports, guildId, 'markdown'));
  const copy = await unzipped(exports, guildId, 'json');
  return { open: JSON.stringify(open), copy, entryWords: copy };
}

/** What is out of sight is refused in a sentence; anything else is a failure of the reader. */
function onlyRefused(error: unknown): null {
  if (error instanceof UserError) return null;
  throw error;
}

async function unzipped(
  exports: Process['exports'],
  guildId: string,
  format: 'markdown' | 'json',
): Promise<string> {
  const bundles = await exports.begin(guildId, { format, actorId: moderator.id, words });
  let text = '';
  if (bundles)
    for await (const { files } of bundles)
      for (const { content } of files)
        for (const bytes of Object.values(unzipSync(content))) text += Buffer.from(bytes).toString();
  return text;
}

it(`${steps} steps (FUZZ_SEED=${seed})`, { timeout: 3_600_000 }, async () => {
  const dice = new Dice(seed);
  await cohort.beginAnew();
  const processes = [processOf(), processOf(), processOf()];
  const known = new Map<number, Known>();
  const tried: Record<string, number> = {};
  let guildId = '';

  /** The cohort before it is deleted: what is stored doesn't grow with the number of steps. */
  async function nextCohort(place: number): Promise<void> {
    if (guildId) await cohort.database.query('DELETE FROM guilds WHERE id = $1', [guildId]);
    guildId = String(700_000_000_000_000_001n + BigInt(place));
    known.clear();
    await cohort.guilds.settings(guildId);
  }

  /** One thing that somebody does; gives what the model does when it went through. */
  function doing(): { name: string; act(process: Process): Promise<(() => void) | undefined> } {
    const name =
      known.size > 3
        ? dice.pick([
            'share',
            'share',
            'post',
            'solve',
            'solve',
            'edit',
            'hide',
            'remove',
            'restore',
            'delete',
            'bring back',
            'report',
            'decide',
            'decide',
            'accept',
            'review',
            'forget',
          ])
        : dice.pick(['share', 'post']);
    // Mostly of the kind that it works on, and one of the last few.
    const fitting = [...known].filter(([, one]) => fits[name]?.(one) ?? true);
    const numbers = (fitting.length > 0 && dice.chance(0.8) ? fitting : [...known]).map(([number]) => number);
    const number = numbers.length > 0 ? dice.pick(numbers.slice(-12)) : 0;
    const entry = known.get(number);
    const author = dice.pick(authors);
    const word = newWord();
    const change = (changes: Partial<Known>) => () => void (entry && Object.assign(entry, changes));
    const add = (type: Known['type'], made: { number: number; hiddenAt: Date | null }) => () =>
      void known.set(made.number, {
        authorId: author.id,
        type,
        words: [word],
        unpublished: [],
        held: made.hiddenAt !== null,
        hidden: false,
        deleted: 'no',
      });
    const act = async (process: Process) => {
      switch (name) {
        case 'share':
          return add(
            'learning',
            await process.entries.share(guildId, author, typed({ title: word, body: `About ${word}` })),
          );
        case 'post':
          return add(
            'challenge',
            await process.entries.post(guildId, author, typed({ title: word, body: '' })),
          );
        case 'solve':
          return add(
            'solution',
            await process.entries.solve(guildId, author, number, { solution: word, link: '' }),
          );
        case 'edit': {
          const by = authors.find(({ id }) => id === entry?.authorId) ?? author;
          await process.entries.edit(guildId, number, by, typed({ title: word, body: `${word} now` }));
          return () => void entry?.words.push(word);
        }
        case 'hide':
          await process.moderation.hide(guildId, number, moderator, null);
          return change({ hidden: true, held: false });
        case 'remove':
          await process.moderation.remove(guildId, number, moderator, null);
          return change({ deleted: 'by moderator', held: false });
        case 'restore':
          await process.moderation.restore(guildId, number, moderator, null);
          return change({ deleted: 'no', hidden: false });
        case 'delete':
          await process.entries.remove(guildId, number, entry?.authorId ?? '');
          return change({ deleted: 'by author' });
        case 'bring back':
          await process.entries.restore(guildId, number, entry?.authorId ?? '');
          return change({ deleted: 'no' });
        case 'report':
          await process.reports.report(guildId, number, author, { reason: 'spam', note: '' });
          return undefined;
        case 'accept':
          await process.challenges.accept(guildId, number, moderator);
          return undefined;
        case 'review':
          await cohort.guilds.change(
            guildId,
            { review: dice.pick(['off', 'all', 'off'] as const) },
            moderator.id,
          );
          return undefined;
        case 'decide': {
          const { item } = await process.queue.page(guildId, 0);
          const about = item && (item as { entry?: { number: number } | null }).entry?.number;
          if (!item || !about) return undefined;
          const action = dice.pick(['keep', 'hide', 'remove', 'publish'] as const);
          await process.queue.decide(guildId, item.id, { action, actorId: moderator.id });
          return () => {
            const decided = known.get(about);
            if (!decided) return;
            if (action === 'publish') Object.assign(decided, { held: false, hidden: false });
            if (action === 'hide') Object.assign(decided, { hidden: true, held: false });
            if (action === 'remove') Object.assign(decided, { deleted: 'by moderator', held: false });
          };
        }
        default: {
          if (!dice.chance(0.2)) return undefined;
          await process.rights.forget(guildId, author.id, dice.pick(['removed', 'kept'] as const));
          return undefined;
        }
      }
    };
    return { name, act };
  }

  for (let step = 0; step < steps; step += 1) {
    if (step % stepsPerCohort === 0) await nextCohort(step / stepsPerCohort);
    cohort.time.now = new Date(cohort.time.now.getTime() + dice.between(1, 60_000));
    const atOnce = dice.chance(0.3) ? 3 : 1;
    const tries = Array.from({ length: atOnce }, doing);
    const heldBefore = [...known.values()].flatMap((entry) =>
      entry.held ? [{ entry, replaced: entry.words.slice(0, -1) }] : [],
    );
    const done = await Promise.allSettled(
      tries.map(({ act }, place) => act(processes[place % processes.length] as Process)),
    );
    for (const [place, result] of done.entries()) {
      const { name } = tries[place] ?? { name: '' };
      if (result.status === 'fulfilled') result.value?.();
      // Whatever comes second is refused in a sentence, and nothing else.
      else if (!(result.reason instanceof UserError)) throw result.reason;
      const told = `${name} ${result.status}`;
      tried[told] = (tried[told] ?? 0) + 1;
    }
    const rows = await cohort.database.query<Record<string, unknown>>(
      `SELECT number, title, body, author_id::text AS author, held, hidden_at IS NOT NULL AS hidden, deleted_at IS NOT NULL AS deleted, visible
         FROM entries WHERE guild_id = $1`,
      [guildId],
    );
    const stored = new Map(rows.map((row) => [Number(row['number']), row]));
    for (const [number, entry] of known) {
      const row = stored.get(number);
      if (!row) known.delete(number);
      else if (atOnce === 1) {
        expect(row['visible'], `#${number} after ${tries[0]?.name}: ${JSON.stringify([entry, row])}`).toBe(
          isSeen(entry),
        );
      } else {
        // Of several at once any may have been the last: what is stored is one of them, and the model goes on from it.
        entry.held = row['held'] === true;
        entry.hidden = row['hidden'] === true && row['held'] !== true;
        if (row['deleted'] !== true) entry.deleted = 'no';
        else if (entry.deleted === 'no') entry.deleted = 'by author';
        // So may any of two edits.
        const text = `${row['title']} ${row['body']}`;
        entry.words.sort((one, other) => Number(text.includes(one)) - Number(text.includes(other)));
      }
      if (row) entry.authorId = String(row['author']);
    }
    for (const { entry, replaced } of heldBefore) {
      if (entry.held) continue;
      entry.unpublished.push(...replaced);
      entry.words = entry.words.filter((word) => !replaced.includes(word));
    }
    if (step % stepsPerReading !== stepsPerReading - 1) continue;
    const { open, copy } = await readAll(dice.pick(processes), guildId, known);
    for (const [number, entry] of known) {
      const current = entry.words.at(-1) ?? '';
      expect(open.includes(current), `#${number} ${JSON.stringify(entry)}`).toBe(isSeen(entry));
      // A copy for moderators has hidden entries, marked so; deleted ones never.
      if (entry.deleted !== 'no')
        for (const word of entry.words) expect(copy.includes(word), word).toBe(false);
      const unpublished = [...entry.unpublished, ...(entry.held ? entry.words.slice(0, -1) : [])];
      for (const word of unpublished) {
        expect(open.includes(word), `read before publication: ${word} ${JSON.stringify(entry)}`).toBe(false);
        expect(copy.includes(word), `exported before publication: ${word} ${JSON.stringify(entry)}`).toBe(
          false,
        );
      }
    }
  }
  console.log(`Moderated with FUZZ_SEED=${seed}: ${JSON.stringify(tried)}`);
});
