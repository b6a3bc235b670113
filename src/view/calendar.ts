import type { Lang } from '../lang.ts';
import type { Meeting } from '../model/meeting.ts';

export const calendar = (_meeting: Meeting, _lang: Lang): string => {
  throw new Error('not yet');
};
