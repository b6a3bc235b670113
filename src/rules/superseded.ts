import type { Facts } from '../model/facts.ts';

/** Another version has taken this one’s place by the as-of day: what only it says has been seen to since. */
export const isSuperseded = ({ plan, versions, asOf }: Pick<Facts, 'plan' | 'versions' | 'asOf'>): boolean =>
  versions.slice(versions.indexOf(plan) + 1).some(({ since }) => since <= asOf);
