/** How often a property is tried: as often as it says in `npm test`, more often when `npm run fuzz` asks for it. */
export const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_302);

/** Parameters of `fc.assert`; `times` are those of a usual run, for which `FUZZ_RUNS` is 1,000. */
export const tried = (times: number) => ({
  numRuns: Math.ceil((times * Number(process.env['FUZZ_RUNS'] ?? 1_000)) / 1_000),
  seed,
});
