/** What stands in a form's fields: as it opened, what is wrong with it, and what is sent of it. */

import { words } from '../words/words.js';
import { type FormField, type FormPart, isField } from './form-field.js';

/** A text, the values chosen, the files added, or whether a box is ticked. */
export type FieldValue = string | readonly string[] | readonly File[] | boolean | undefined;
export type FieldValues = ReadonlyMap<string, FieldValue>;

/** What a form sends, by custom id. */
export interface Submission {
  values: { [customId: string]: string | string[] | boolean };
  files: { [customId: string]: File[] };
}

/** What a form holds when it opens. */
export function initialValues(parts: readonly FormPart[]): FieldValues {
  return new Map(parts.filter(isField).map((field) => [field.customId, initial(field)]));
}

function initial(field: FormField): FieldValue {
  switch (field.kind) {
    case 'text':
    case 'radio':
    case 'checkbox':
      return field.value;
    case 'select':
    case 'boxes':
      return field.chosen;
    case 'file':
      return [];
  }
}

/** Whether anything was changed since the form opened. */
export function isChanged(parts: readonly FormPart[], values: FieldValues): boolean {
  const before = initialValues(parts);
  return [...values].some(([customId, value]) => !isSame(before.get(customId), value));
}

function isSame(one: FieldValue, other: FieldValue): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((value) => other.includes(value));
}

/** What is wrong with each field, by custom id, in the form's order. */
export function problemsOf(parts: readonly FormPart[], values: FieldValues): Map<string, string> {
  const problems = new Map<string, string>();
  for (const field of parts.filter(isField)) {
    const problem = problemOf(field, values.get(field.customId));
    if (problem) problems.set(field.customId, problem);
  }
  return problems;
}

function problemOf(field: FormField, value: FieldValue): string | undefined {
  const { problems } = words();
  switch (field.kind) {
    case 'text': {
      const text = String(value ?? '');
      if (text.trim() === '') return field.isRequired ? problems.missing : undefined;
      if (text.length < field.minimum) return problems.short(field.minimum);
      if (text.length > field.maximum) return problems.long(field.maximum, text.length);
      return undefined;
    }
    case 'radio':
      return field.isRequired && value === undefined ? problems.one.option : undefined;
    case 'checkbox':
      return undefined;
    case 'select':
    case 'boxes':
      return countProblem(field, listOf(value).length, field.kind === 'select' ? 'option' : 'box');
    case 'file':
      return countProblem(field, listOf(value).length, 'file');
  }
}

function countProblem(
  { minimum, maximum, isRequired }: { minimum: number; maximum: number; isRequired: boolean },
  count: number,
  of: 'option' | 'box' | 'file',
): string | undefined {
  if (count === 0 && !isRequired) return undefined;
  // A required field takes something even when its bounds would not say so.
  const least = Math.max(minimum, isRequired ? 1 : 0);
  const { one, few, many } = words().problems;
  if (count < least) return maximum === 1 ? one[of] : few[of](least);
  if (count > maximum) return many[of](maximum, count);
  return undefined;
}

function listOf(value: FieldValue): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What is sent. Every field is named, so that what was emptied does not come back as it was. */
export function submissionOf(parts: readonly FormPart[], values: FieldValues): Submission {
  const submission: Submission = { values: {}, files: {} };
  for (const field of parts.filter(isField)) {
    const { customId } = field;
    const value = values.get(customId);
    if (field.kind === 'file') {
      const files = listOf(value).filter((one) => one instanceof File);
      if (files.length > 0) submission.files[customId] = files;
    } else if (field.kind === 'text') {
      const text = String(value ?? '');
      submission.values[customId] = text.trim() === '' ? '' : text;
    } else if (field.kind === 'checkbox') submission.values[customId] = value === true;
    else if (field.kind === 'radio') {
      if (typeof value === 'string') submission.values[customId] = value;
    } else submission.values[customId] = listOf(value).map(String);
  }
  return submission;
}
