import type { Facts } from '../model/facts.ts';
import type { Appraisal, Received, Trigger } from '../model/register.ts';

/** The lines of the coordinator's register, which are checked like those of a report. */
export const registerLines = ({
  intake: { register },
}: Pick<Facts, 'intake'>): readonly (Received | Trigger | Appraisal)[] => [
  ...register.received,
  ...register.triggers,
  ...register.appraisals,
];
