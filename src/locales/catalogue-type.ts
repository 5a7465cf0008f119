/** The type that every language's catalogue must meet: English with any wording. */
import type { en } from './en/index.js';

/** The same keys and functions, with any wording. */
type Wording<Copy> = Copy extends string
  ? string
  : Copy extends (...facts: infer Facts) => infer Told
    ? (...facts: Facts) => Wording<Told>
    : { [Key in keyof Copy]: Wording<Copy[Key]> };

/** All wording of one language. */
export type Catalogue = Wording<typeof en>;
