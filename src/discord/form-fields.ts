/** Reads the fields of a submitted form. */
import { ComponentType, type ModalSubmitInteraction } from 'discord.js';

/** The field's text, or a select's first value; empty when the form has no such field. */
export function fieldOf(interaction: ModalSubmitInteraction, name: string): string {
  const field = interaction.fields.fields.get(name);
  if (field?.type === ComponentType.TextInput) return field.value;
  if (field?.type === ComponentType.StringSelect) return field.values[0] ?? '';
  return '';
}

/** All values of a select, comma-separated; empty when nothing was chosen. */
export function choicesOf(interaction: ModalSubmitInteraction, name: string): string {
  const field = interaction.fields.fields.get(name);
  return field?.type === ComponentType.StringSelect ? field.values.join(',') : '';
}

/** All fields of an entry's form. */
export function entryFieldsOf(interaction: ModalSubmitInteraction) {
  return {
    kind: fieldOf(interaction, 'kind'),
    title: fieldOf(interaction, 'title'),
    body: fieldOf(interaction, 'body'),
    tags: fieldOf(interaction, 'tags'),
    link: fieldOf(interaction, 'link'),
  };
}
