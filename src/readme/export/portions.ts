/** What one document is made of, in portions of a bounded length: each becomes a document that can be read back. */
import type { ReadmeMaterial } from '../readme-material.js';

/** Text of one portion (UTF-16 units): about as much as `/readme import` takes. */
const longest = 900_000;

/** What an entry takes besides its text: its title, tags, link and marks. */
const around = 400;

/** One portion where all is short enough; the profile is in the first. */
export function portionsOf(material: ReadmeMaterial, limit = longest): ReadmeMaterial[] {
  const portions: ReadmeMaterial[] = [];
  let length = 0;
  const next = () => {
    length = 0;
    const profile = portions.length === 0 ? material.profile : undefined;
    const portion = { ...material, profile, learnings: [], challenges: [], given: [] } as Portion;
    portions.push(portion);
    return portion;
  };
  let portion = next();
  const take = (size: number) => {
    if (length > 0 && length + size > limit) portion = next();
    length += size;
    return portion;
  };
  for (const one of material.learnings) take(one.body.length + around).learnings.push(one);
  for (const one of material.challenges) {
    take(one.body.length + (one.accepted?.body.length ?? 0) + around).challenges.push(one);
  }
  for (const one of material.given) take(one.body.length + around).given.push(one);
  return portions;
}

type Portion = {
  -readonly [Key in keyof ReadmeMaterial]: ReadmeMaterial[Key] extends readonly (infer Item)[]
    ? Item[]
    : ReadmeMaterial[Key];
};
