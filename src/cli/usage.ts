import type { Text } from '../lang.ts';

/** The one error that users are shown as a sentence: a wrong option, no such file, a plan that cannot be used. Exit code 2. */
export class UsageError extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/** Of settings that cannot be used: they tell no language either, and are not read again for it. */
export class BrokenSettings extends UsageError {}
