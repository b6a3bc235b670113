import type { SchemaError } from '../schema-error.ts';

export interface Validator {
  (data: unknown): boolean;
  errors?: SchemaError[] | null;
}

/** What a file is read as: its validator, the fields of its mappings by path without list indexes (`entries.evidence`), those it must have. */
export interface Form {
  readonly validate: Validator;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly required: readonly string[];
}
export const amendmentForm: Form;
export const baselineForm: Form;
export const configForm: Form;
export const holidaysForm: Form;
export const ownersForm: Form;
export const papersForm: Form;
export const planForm: Form;
export const referencesForm: Form;
export const reportForm: Form;
export const registerForm: Form;
export const shareForm: Form;
export const snapshotForm: Form;
export const tasksForm: Form;
export const versionsForm: Form;
