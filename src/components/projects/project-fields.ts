/** Reading the fields of a project's forms. */
import type { ModalSubmitInteraction } from 'discord.js';
import { choicesOf, fieldOf } from '../../discord/form-fields.js';
import type { TypedAddresses, TypedProject } from '../../features/projects/index.js';

export function projectFieldsOf(interaction: ModalSubmitInteraction): TypedProject {
  return {
    name: fieldOf(interaction, 'name'),
    summary: fieldOf(interaction, 'summary'),
    stack: fieldOf(interaction, 'stack'),
    repository: fieldOf(interaction, 'repository'),
    lookingFor: choicesOf(interaction, 'lookingFor'),
  };
}

export function addressFieldsOf(interaction: ModalSubmitInteraction): TypedAddresses {
  return {
    live: fieldOf(interaction, 'live'),
    apiBase: fieldOf(interaction, 'apiBase'),
    apiDocs: fieldOf(interaction, 'apiDocs'),
  };
}
