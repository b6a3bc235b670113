import type { Form } from '../../generated/validators.js';
import { STATUS, type Status } from '../../form.ts';
import type { Lang } from '../../lang.ts';
import { withWorkbook } from '../../office/workbook.ts';
import type { Expected, Fault, Legacy, Path, Place, Source } from '../../source.ts';
import { type FormRead, Reading, readForm } from './form.ts';
import { leftovers } from './leftovers.ts';
import { schemaFaults, surplusIn, withoutFaulty } from '../schema.ts';

/** A workbook to data and places, through the same schema as every other report. */
export function workbookSource(
  bytes: Uint8Array,
  file: string,
  form: Form,
  legacy: Legacy,
  fileless: (file: string, fault: Fault) => Source,
): Source {
  const open = () =>
    withWorkbook(bytes, (workbook): FormRead => {
      const read = readForm(workbook, file, legacy);
      if (read instanceof Reading) read.faults.push(...leftovers(workbook, read));
      return read;
    });
  const read = open();
  if ('place' in read) return sourceFrom(read, file, form, open);
  const at = { path: [], part: 'value' } as const;
  if (read.kind === 'other-format') return fileless(file, { ...at, kind: 'other-format', is: read.is });
  return fileless(file, { ...at, kind: 'damaged-workbook', isTooLarge: read.kind === 'too-large' });
}

function sourceFrom(read: FormRead, file: string, form: Form, open: () => object): Source {
  const self = unread(file, open);
  if (read.data === undefined) return { ...self, data: undefined, faults: read.faults };
  const surplus = surplusIn(read.data);
  if (surplus) {
    const fault = { kind: 'syntax-error', problem: 'too-many-values', path: surplus, part: 'value' } as const;
    return { ...self, data: undefined, faults: [fault] };
  }
  const shown = (path: Path): string => read.place(path).cell?.shows ?? '';
  const found = schemaFaults(form.validate, read.data, shown);
  const known = new Set(read.faults.map(({ path }) => JSON.stringify(path)));
  const faults = found.flatMap((fault): Fault[] => {
    if (fault.kind !== 'missing-field') return [{ ...fault, ...inColumns(fault, read) }];
    const path = [...fault.path, fault.field];
    if (known.has(JSON.stringify(path))) return [];
    const { when } = fault;
    const needed = when && { field: `“${read.titleOf([...fault.path, when.field])}”`, is: labelOf(when.is, read.lang) };
    return [{ ...fault, path, field: read.titleOf(path), ...(needed ? { when: needed } : {}) }];
  });
  return { ...self, data: withoutFaulty(read.data, found), faults: [...read.faults, ...faults] };
}

/** Of what was read only the data is kept: places are for findings, and whoever wants one has the file read again. */
function unread(file: string, open: () => object): Pick<Source, 'file' | 'inCells' | 'place' | 'line'> {
  let again: FormRead | undefined;
  const place = (path: Path): Place => (again ??= open() as FormRead).place(path);
  return { file, inCells: true, place, line: () => undefined };
}

/** A fault in the words of the form: headings for fields, labels for statuses. */
function inColumns(fault: Fault, read: FormRead): Partial<{ field: string; expected: Expected }> {
  const field = read.titleOf(fault.path);
  if (fault.kind !== 'bad-value') return { field };
  const { expected } = fault;
  if (fault.path.at(-1) === 'progress' && 'type' in expected)
    return { field, expected: { form: fault.value.trim() === '1' ? 'one-or-all' : 'percent' } };
  if (!('oneOf' in expected)) return { field, expected };
  return { field, expected: { oneOf: expected.oneOf.map((word) => labelOf(word, read.lang)) } };
}

/** What the form calls a status, in quotes since a label may have a comma. */
const labelOf = (word: string, lang: Lang): string => `“${word in STATUS ? STATUS[word as Status][lang] : word}”`;
