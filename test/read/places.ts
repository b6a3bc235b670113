import type { Mark, Parsed } from '../../src/source.ts';

export const RUNS = Number(process.env['DONDOC_RUNS'] ?? 300);
export const SEED = Number(process.env['DONDOC_SEED'] ?? 415);

export const lineAndColumn = (text: string, offset: number): string => {
  const lines = text.slice(0, offset).split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
};

/** A fault as `problem line:column written`; of a duplicate also where the first one stands. */
export function faults(text: string, { faults }: Parsed): string[] {
  return faults.map((fault) => {
    const { start, end } = fault.span;
    const place = `${lineAndColumn(text, start)} ${text.slice(start, end)}`;
    if (fault.kind === 'syntax-error') return `${fault.problem} ${place}`;
    return `${fault.key} ${place} ${lineAndColumn(text, fault.first.start)}`;
  });
}

/** Every place below a mark: `/entries/0/task 3:5 3:11-3:17`, the key's start and the value's start and end. */
export function places(text: string, { value, key, children }: Mark, path = ''): string[] {
  const own = `${path}${key ? ` ${lineAndColumn(text, key.start)}` : ''}`;
  const span = `${lineAndColumn(text, value.start)}-${lineAndColumn(text, value.end)}`;
  return [
    `${own} ${span}`,
    ...[...(children ?? [])].flatMap(([step, child]) => places(text, child, `${path}/${step}`)),
  ];
}
