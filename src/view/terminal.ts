import { Chalk, type ChalkInstance } from 'chalk';
import { lazily } from '../lazily.ts';
import type { Severity } from '../rules/rule.ts';

/** How a text view is drawn. */
export interface Drawing {
  readonly color: boolean;
  /** Cells of a line; 80 where the output is not a terminal. */
  readonly columns: number;
}

/** Colours, or none; never more than sixteen, so that they follow the terminal's own scheme. */
export const colors = ({ color }: Drawing): ChalkInstance => (color ? sixteen() : NONE);

const sixteen = lazily(() => new Chalk({ level: 1 }));

/** Leaves one text as it is, whatever is asked of it: without colours chalk is not loaded. */
const NONE = new Proxy(String, { get: () => NONE }) as unknown as ChalkInstance;

export const severityColor = (chalk: ChalkInstance, severity: Severity): ChalkInstance =>
  ({ error: chalk.red, warning: chalk.yellow, info: chalk.cyan })[severity];
