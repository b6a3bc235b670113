import type { Lang } from '../lang.ts';
import type { Meeting } from '../model/meeting.ts';
import type { Provenance } from './json.ts';

export const summaryWorkbook = (_meeting: Meeting, _provenance: Provenance, _lang: Lang): string | Uint8Array => {
  throw new Error('not yet');
};
