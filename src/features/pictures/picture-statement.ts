/** The parts that statements of other features have for pictures: storing them with their entry, and reading them. */
import type { NewPicture } from '../../entities/picture.js';

/** Stores the pictures in the JSON parameter `$place` with the entry that `kept` has just stored. */
export const insertPictures = (place: number) => `
  INSERT INTO pictures (guild_id, entry_number, place, file_name, size, alt, source_url)
  SELECT $1, kept.number, p.place, p.file_name, p.size, p.alt, p.source_url
    FROM kept, jsonb_to_recordset($${place}::jsonb)
      AS p (place smallint, file_name text, size integer, alt text, source_url text)`;

/** The parameter of `insertPictures`. */
export function picturesValue(pictures: readonly NewPicture[]): string {
  return JSON.stringify(
    pictures.map(({ position, fileName, size, alt, sourceUrl }) => ({
      place: position,
      file_name: fileName,
      size,
      alt,
      source_url: sourceUrl,
    })),
  );
}

/** Forgets the bytes of pictures that lie in a message now: of the entry `$2` of the guild `$1`. */
export const forgetKept = `
  DELETE FROM kept_pictures k USING pictures p
   WHERE k.guild_id = $1 AND k.entry_number = $2 AND p.guild_id = $1 AND p.entry_number = $2 AND p.place = k.place
     AND p.message_id IS NOT NULL`;

/** The pictures of the entry `e`, as JSON; null when it has none. */
export const picturesOfEntry = `(SELECT jsonb_agg(jsonb_build_object('position', p.place, 'fileName', p.file_name,
           'alt', p.alt, 'sourceUrl', p.source_url) ORDER BY p.place)
         FROM pictures p WHERE p.guild_id = e.guild_id AND p.entry_number = e.number)`;
