/** The form in which an author says what the pictures of an entry show. */
import { TextInputStyle } from 'discord.js';
import { routes } from '../../components/routes.js';
import { input } from '../../discord/message/form-input.js';
import type { FormView } from '../../discord/message/message-view.js';
import { pictureBounds } from '../../entities/picture.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { EntryDetails } from './entry-model.js';

/** The name of the field for the picture at this place. */
export const altField = (position: number) => `alt-${position}`;

/** `filled` has what was typed before, by field. */
export function describeForm(
  { pictures: words }: Catalogue,
  { number, pictures = [] }: Pick<EntryDetails, 'number' | 'pictures'>,
  filled: Readonly<Record<string, string>> = {},
): FormView {
  return {
    custom_id: routes.describeForm.id({ number }),
    title: words.form(number),
    components: pictures.map(({ position, alt }) =>
      input(pictures.length === 1 ? words.field : words.fieldOf(position), altField(position), {
        style: TextInputStyle.Paragraph,
        required: false,
        max_length: pictureBounds.alt,
        placeholder: words.placeholder,
        value: filled[altField(position)] ?? alt ?? undefined,
      }),
    ),
  };
}
