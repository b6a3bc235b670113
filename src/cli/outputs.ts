import { extname, resolve } from 'node:path';
import { lazily } from '../lazily.ts';
import type { Io } from './io.ts';
import type { Drawing } from '../view/terminal.ts';
import { type InputsOf, type Replaces, emit } from './output.ts';
import { drawingOn } from './speech.ts';
import { UsageError } from './usage.ts';

/** What the forms of a result, and where they go, are chosen by. */
export interface OutputOptions {
  readonly format?: readonly string[];
  readonly output?: readonly string[];
  readonly color?: boolean;
  readonly replaces?: Replaces;
}

/** The screen, where files are named. */
const SCREEN = '-';

/** One form of a result, and the file that it goes to; without one, to the screen. */
interface Output<F extends string> {
  readonly format: F;
  readonly file?: string;
}

const ENDINGS: Readonly<Record<string, string>> = {
  txt: 'text',
  md: 'markdown',
  yml: 'yaml',
  htm: 'html',
  xml: 'junit',
};
const BINARY: ReadonlySet<string> = new Set(['xlsx', 'docx']);

/**
 * The forms asked for: each `--format` goes to the `-o` of the same turn; without any format each file's ending tells
 * it, and a single result to the screen is text. `-o -` is the screen among files.
 */
function outputsOf<F extends string>(
  io: Io,
  known: readonly F[],
  { format: written = [], output: files = [] }: OutputOptions,
): Output<F>[] {
  const formats = written.map((format) => known.find((each) => each === format) ?? notAmong(format, known));
  const [first] = known as readonly [F, ...F[]];
  if (files.length === 0) {
    const [format = first, ...more] = formats;
    if (more.length > 0) throw unpaired(formats.length, 0);
    return [onScreen(io, format)];
  }
  if (formats.length > 0 && formats.length !== files.length) throw unpaired(formats.length, files.length);
  const outputs = files.map((file, i) => {
    const format = formats[i] ?? byEnding(file, known);
    return file === SCREEN ? onScreen(io, format) : { format, file };
  });
  const twice = files.find((file, i) => files.indexOf(file) !== i);
  if (twice !== undefined)
    throw new UsageError({ vi: `-o ${twice} được ghi hai lần`, en: `-o ${twice} is given twice` });
  return outputs;
}

function onScreen<F extends string>({ stdout }: Io, format: F): Output<F> {
  if (BINARY.has(format) && stdout.isTTY === true)
    throw new UsageError({
      vi: `dạng ${format} không in ra màn hình được; ghi ra tệp: -o TỆP.${format}`,
      en: `${format} cannot be shown on a screen; write it to a file: -o FILE.${format}`,
    });
  return { format };
}

/** Whether one of the outputs asked for is of a form, by its name or by the ending of its file. */
export const asksFor = ({ format = [], output = [] }: OutputOptions, form: string): boolean =>
  format.length > 0 ? format.includes(form) : output.some((file) => formatOf(file) === form);

const formatOf = (file: string): string => {
  const ending = extname(file).slice(1).toLowerCase();
  return ENDINGS[ending] ?? ending;
};

/** What no ending tells is text, as on the screen. */
function byEnding<F extends string>(file: string, known: readonly F[]): F {
  const ending = extname(file).slice(1).toLowerCase();
  const found = known.find((each) => each === formatOf(file));
  if (found !== undefined) return found;
  const [first] = known as readonly [F, ...F[]];
  if (ending === '' || ending === 'log') return first;
  throw new UsageError({
    vi: `-o ${file}: không rõ dạng “.${ending}”; các dạng có: ${known.join(', ')} (hoặc ghi rõ --format)`,
    en: `-o ${file}: unknown format “.${ending}”; takes one of: ${known.join(', ')} (or give --format)`,
  });
}

/** A form that the verb has, but not of what was asked. */
function notAmong(format: string, known: readonly string[]): never {
  throw new UsageError({
    vi: `kết quả này không có dạng ${format}; các dạng có: ${known.join(', ')}`,
    en: `there is no ${format} of this; takes one of: ${known.join(', ')}`,
  });
}

const unpaired = (formats: number, files: number): UsageError =>
  new UsageError({
    vi: `có ${formats} --format nhưng ${files} -o; khi xuất nhiều dạng, mỗi --format cần một -o`,
    en: `${formats} --format but ${files} -o; with several formats each needs an -o of its own`,
  });

/** A snapshot is no form of the result: it has a file of its own. */
export function refuseOneFile(
  { cwd }: Io,
  { snapshot, output = [] }: Pick<OutputOptions, 'output'> & { readonly snapshot?: string },
): void {
  if (snapshot !== undefined && output.some((file) => resolve(cwd, file) === resolve(cwd, snapshot)))
    throw new UsageError({
      vi: `--snapshot ${snapshot}: trùng tên với -o; chọn tên khác`,
      en: `--snapshot ${snapshot} is the file of an -o too; choose another name`,
    });
}

/** How each form of a result is made; the first is the one for the screen. */
export type Makers<F extends string> = Readonly<
  Record<F, (drawing: Drawing) => string | Uint8Array | Promise<string | Uint8Array>>
>;

/** Makes every form asked for, then writes them: where one cannot be made, none appears. */
export async function publish<F extends string>(
  io: Io,
  { color, replaces, ...options }: OutputOptions,
  inputs: InputsOf,
  makers: Makers<F>,
): Promise<void> {
  const made: { readonly file: string | undefined; readonly content: string | Uint8Array }[] = [];
  for (const { format, file } of outputsOf(io, Object.keys(makers) as F[], options)) {
    const drawing = drawingOn(io, { ...(color === undefined ? {} : { color }), ...(file ? { output: file } : {}) });
    made.push({ file, content: await makers[format](drawing) });
  }
  // Once: what has been written is none of them.
  const read = lazily(inputs);
  for (const { file, content } of made) emit(io, file, read, content, replaces);
}
