/** What may be chosen by name on the command line, apart from what the names stand for: a start loads the names alone. */

/** By what `summary` may group. */
export const VIEWS_BY = ['owner', 'section', 'task', 'reference', 'support', 'period'] as const;
export type By = (typeof VIEWS_BY)[number];

/** In what order the lines of a table stand: as the plan has them, by name, or by a number, the greatest first. */
export const SORTS = ['plan', 'name', 'rows', 'completed', 'all-overdue', 'unreported'] as const;
export type Sort = (typeof SORTS)[number];

/** The services that `init` writes a pipeline for. */
export const CI_NAMES = ['github', 'gitlab'] as const;
export type CiName = (typeof CI_NAMES)[number];
