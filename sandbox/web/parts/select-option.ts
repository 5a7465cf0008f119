/** What can be chosen in a select, and which of it a typed text finds. */

/** What stands before an option's label: its emoji, or the mark of a person, a role or a channel. */
export type OptionMark =
  | { kind: 'person'; id: string; name: string; isBot: boolean }
  /** `color` is a CSS colour. */
  | { kind: 'role'; color?: string | undefined }
  /** `type` is Discord's channel type. */
  | { kind: 'channel'; type: number };

export interface OptionEmoji {
  id?: string | null;
  name?: string | null;
}

export interface SelectOption {
  value: string;
  label: string;
  description?: string | null;
  emoji?: OptionEmoji | null;
  /** Chosen beforehand. */
  isDefault?: boolean;
  mark?: OptionMark;
}

/** Those whose label or description holds the text, whose labels begin with it first. */
export function optionsWith<Option extends SelectOption>(
  options: readonly Option[],
  typed: string,
): readonly Option[] {
  const wanted = plain(typed.replace(/^[@#]&?/, ''));
  if (wanted === '') return options;
  const rank = (option: SelectOption) => {
    const label = plain(option.label);
    if (label.startsWith(wanted)) return 0;
    if (label.includes(` ${wanted}`) || label.includes(`-${wanted}`)) return 1;
    if (label.includes(wanted)) return 2;
    return plain(option.description ?? '').includes(wanted) ? 3 : undefined;
  };
  return options
    .flatMap((option) => {
      const ranked = rank(option);
      return ranked === undefined ? [] : [{ option, ranked }];
    })
    .toSorted((one, other) => one.ranked - other.ranked)
    .map(({ option }) => option);
}

/** Without case and accents: `Chloé` is found by `chloe`. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
