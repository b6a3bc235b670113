import CliTable from 'cli-table3';
import { daysBetween, formatDay } from '../day.ts';
import { groupBy } from '../group.ts';
import { type Lang, type Text, formatNumber } from '../lang.ts';
import { DUE_SOON_DAYS, type Facts, isOverdue } from '../model/facts.ts';
import { type Row, WHYS } from '../model/ledger.ts';
import type { Owner, Task } from '../model/plan.ts';
import { nameOf } from '../model/amend.ts';
import { type Counts, type Lists, type Shared, type Table, listsOf, sharedOf } from '../model/summary.ts';
import {
  type Column,
  columnsOf,
  drawnLines,
  firstHead,
  numberText,
  overlapText,
  percent,
  said,
  shareOf,
} from './columns.ts';
import type { Provenance } from './json.ts';
import { type Drawing, colors } from './terminal.ts';
import { visible } from './visible.ts';
import { leftOut, origin, periodsText } from './text.ts';
import { fit, hanging, padEnd, widthOf } from './width.ts';
import { whyWords } from './words.ts';

const labels = {
  title: { vi: 'Tình hình thực hiện Kế hoạch số', en: 'State of plan' },
  asOf: { vi: 'tính đến ngày', en: 'as of' },
  withoutRows: { vi: 'Không lập lượt theo dõi', en: 'Without rows' },
  rowless: {
    'on-event': { vi: 'chờ sự kiện hoặc yêu cầu', en: 'waiting for their event' },
    report: { vi: 'trả lời bằng việc nộp báo cáo', en: 'answered by filing the report' },
    none: { vi: 'không phải báo cáo', en: 'nothing to report' },
  },
  life: {
    appraised: { vi: 'Thẩm định', en: 'Appraised' },
    names: { vi: 'Sắp xếp bộ máy', en: 'Reorganised' },
    with: { vi: 'gồm cả', en: 'with' },
    ended: { vi: 'Đã kết thúc, không có cơ quan kế thừa', en: 'Ended without successor' },
    extended: { vi: 'Gia hạn', en: 'Extended' },
    waived: { vi: 'Được miễn', en: 'Waived' },
    until: { vi: 'đến', en: 'until' },
  },
  noRows: { vi: 'Không có lượt theo dõi nào trong phạm vi đã chọn.', en: 'No obligations in the chosen scope.' },
} as const;

/** Why the table has fewer tasks than the plan: what waits for an event, is answered by the report itself, or by nothing. */
function withoutRows({ plan, rows }: Facts, lang: Lang, columns: number): string[] {
  const going = new Set(rows.map(({ task }) => task.id));
  const why = ({ id, kind, answeredBy }: Task): 'on-event' | 'report' | 'none' | undefined =>
    answeredBy !== 'entry' ? answeredBy : kind === 'on-event' && !going.has(id) ? kind : undefined;
  const groups = [
    ...groupBy(
      plan.tasks.filter((task) => why(task) !== undefined),
      why,
    ),
  ];
  const named = groups.map(
    ([reason = 'none', tasks]) => `${tasks.map(({ id }) => id).join(', ')} (${labels.rowless[reason][lang]})`,
  );
  return named.length === 0 ? [] : hanging('', `${labels.withoutRows[lang]}: ${named.join('; ')}`, columns);
}

const words = {
  appraised: {
    vi: (said: number, accepted: number, returned: number) =>
      `đơn vị tự báo hoàn thành ${formatNumber(said, 'vi')} lượt, cơ quan đầu mối chấp nhận ${formatNumber(accepted, 'vi')}; trả lại ${formatNumber(returned, 'vi')} dòng báo cáo`,
    en: (said: number, accepted: number, returned: number) =>
      `${formatNumber(said, 'en')} rows reported completed, ${formatNumber(accepted, 'en')} accepted; ${formatNumber(returned, 'en')} returned`,
  },
} as const;

/** What the plan's life does to the table: old names behind the present ones, bodies that ended, moved deadlines, waivers. */
function lifeNotes({ plan, rows }: Facts, total: Counts, lang: Lang, columns: number): string[] {
  const shortOf = ({ short, name }: Owner): string => visible(short ?? name);
  const names = [...groupBy(rows, ({ owner }) => owner)].flatMap(([owner, held]) => {
    const old = held.flatMap(({ lead, entry }) => [lead, ...(entry?.report.owner ? [entry.report.owner] : [])]);
    const others = [...new Set(old)].filter((each) => each !== owner && plan.endingOf(each));
    return others.length > 0 ? [`${shortOf(owner)} ${labels.life.with[lang]} ${others.map(shortOf).join(', ')}`] : [];
  });
  const gone = [...groupBy(rows, ({ owner }) => owner).keys()].filter((owner) => plan.endingOf(owner));
  const ended = [...groupBy(gone, (owner) => plan.endingOf(owner)?.day ?? '')].map(
    ([day, owners]) => `${formatDay(day, lang)} ${owners.map(shortOf).join(', ')}`,
  );
  const extended = [...new Set(rows.map(({ task }) => task))].flatMap(({ id, deadline }) => {
    const [first, last] = [deadline?.extensions[0], deadline?.extensions.at(-1)];
    return first && last
      ? [`${id} ${formatDay(first.from, lang)} → ${formatDay(last.to, lang)} (${visible(nameOf(last.amendment))})`]
      : [];
  });
  const waived = [...groupBy(rows, ({ waiver }) => waiver)].flatMap(([waiver, held]) => {
    if (!waiver) return [];
    const until = waiver.until === undefined ? '' : `, ${labels.life.until[lang]} ${formatDay(waiver.until, lang)}`;
    const whose = [...groupBy(held, ({ owner }) => owner)].map(
      ([owner, each]) => `${shortOf(owner)} ${each.map(({ task }) => task.id).join(', ')}`,
    );
    return [`${whose.join('; ')}: ${visible(waiver.reason)} (${visible(nameOf(waiver.amendment))}${until})`];
  });
  const note = (label: keyof typeof labels.life, list: readonly string[]): string[] =>
    list.length === 0 ? [] : hanging('', `${labels.life[label][lang]}: ${list.join('; ')}`, columns);
  const { saidCompleted, accepted, returned } = total;
  const appraisals = accepted + returned > 0 ? [words.appraised[lang](saidCompleted, accepted, returned)] : [];
  return [
    ...note('appraised', appraisals),
    ...note('names', names),
    ...note('ended', ended),
    ...note('extended', extended),
    ...note('waived', waived),
  ];
}

const spaced = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : [...lines, '']);

/** The table of a meeting, then what is overdue, unreported and due soon, then what it rests on. */
export function summaryText(facts: Facts, table: Table, provenance: Provenance, lang: Lang, drawing: Drawing): string {
  const chalk = colors(drawing);
  const title = `${labels.title[lang]} ${visible(facts.plan.number)}, ${periodsText(facts, lang)}, ${labels.asOf[lang]} ${formatDay(facts.asOf, lang)}`;
  const body = table.lines.length === 0 ? labels.noRows[lang] : drawn(table, lang, drawing);
  const notes = overlapText(table, lang);
  return [
    ...hanging('', title, drawing.columns).map((line) => chalk.bold(line)),
    '',
    body,
    ...hanging('', shares(table.total, lang), drawing.columns),
    ...notes.flatMap((note) => hanging('', note, drawing.columns)),
    '',
    ...spaced([
      ...lifeNotes(facts, table.total, lang, drawing.columns),
      ...withoutRows(facts, lang, drawing.columns),
      ...leftOut(facts, lang, drawing.columns),
    ]),
    ...lists(facts, listsOf(facts), sharedOf(facts.latestRows), lang, drawing),
    origin(facts.plan, provenance.tool, lang, drawing),
    '',
  ].join('\n');
}

const NO_LINES = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
    'middle',
  ].map((name) => [name, '']),
);

/** Narrower than this, the first column says nothing any more. */
const NARROWEST = 14;

/** The columns that fit with their widths; where room is short, the shares give way, then what was appraised (the total's stand below the table). */
function fitted({ lines, total }: Table, lang: Lang, room: number): { columns: readonly Column[]; widths: number[] } {
  const widthIn = ({ head, value }: Column): number =>
    1 +
    Math.max(
      ...[...head[lang].split(' '), ...[...lines, total].map((line) => numberText(value(line), lang))].map(widthOf),
    );
  const wanted = columnsOf({ total });
  const without = (...gone: readonly Text[]): Column[] => wanted.filter(({ over }) => !over || !gone.includes(over));
  const choices = [wanted, without(shareOf), without(shareOf, said)].map((columns) => ({
    columns,
    widths: columns.map(widthIn),
  }));
  const fits = choices.find(({ widths }) => room - widths.reduce((sum, width) => sum + width, 0) >= NARROWEST);
  return fits ?? (choices.at(-1) as (typeof choices)[number]);
}

function drawn(contents: Table, lang: Lang, drawing: Drawing): string {
  const { by } = contents;
  const chalk = colors(drawing);
  const { columns, widths } = fitted(contents, lang, drawing.columns);
  const lines = drawnLines(contents, lang);
  const taken = widths.reduce((sum, width) => sum + width, 0);
  const labels = lines.flatMap(({ kind, label }) => (kind === 'subtotal' ? [] : [label]));
  const longest = 2 + Math.max(...[firstHead(by, lang), ...labels].map(widthOf));
  const first = Math.max(NARROWEST, Math.min(drawing.columns - taken, longest));
  const table = new CliTable({
    chars: NO_LINES,
    style: { 'padding-left': 1, 'padding-right': 0, head: [], border: [] },
    colWidths: [first, ...widths],
    colAligns: ['left', ...columns.map(() => 'right' as const)],
    wordWrap: false,
  });
  const ruled = { content: chalk.dim('─'.repeat(first + taken - 1)), colSpan: columns.length + 1 };
  table.push(
    [firstHead(by, lang), ...columns.map(({ head }) => head[lang].split(' ').join('\n'))],
    [ruled],
    ...lines.flatMap(({ kind, label, counts }) => {
      const cells = [
        fit(visible(label), first - 2, by === 'owner' || kind === 'subtotal' ? 4 : 2),
        ...columns.map(({ value, color }) => paint(chalk, color, value(counts), lang)),
      ];
      if (kind === 'line') return [cells];
      const bold = cells.map((text) => chalk.bold(text));
      return kind === 'total' ? [[ruled], bold] : [bold];
    }),
  );
  const body = table.toString().split('\n');
  return [...commonHeads(columns, [first, ...widths], lang), ...body].map((line) => line.slice(1).trimEnd()).join('\n');
}

/** A number in the colour of its class; nought stays plain, so that colour means something. */
const paint = (chalk: ReturnType<typeof colors>, color: Column['color'], value: number | null, lang: Lang): string =>
  color === undefined || value === 0 ? numberText(value, lang) : chalk[color](numberText(value, lang));

/** The headings that stand above several columns, each in the middle of its own. (A cell of cli-table3 that spans columns comes out wider than they are.) */
function commonHeads(columns: readonly Column[], [first = 0, ...widths]: readonly number[], lang: Lang): string[] {
  const spans: { readonly words: readonly string[]; width: number; readonly over: Text | undefined }[] = [];
  columns.forEach(({ over }, i) => {
    const last = spans.at(-1);
    if (over && last?.over === over) last.width += widths[i] ?? 0;
    else spans.push({ words: over?.[lang].split('\n') ?? [], width: widths[i] ?? 0, over });
  });
  const height = Math.max(0, ...spans.map(({ words }) => words.length));
  const lines = Array.from({ length: height }, (_, row) =>
    spans.map(({ words, width }) => {
      const word = words[row - height + words.length] ?? '';
      const left = Math.max(1, Math.ceil((width + 1 - widthOf(word)) / 2));
      return padEnd(' '.repeat(left) + word, width);
    }),
  );
  return lines.map((cells) => ' '.repeat(first) + cells.join(''));
}

/** Both denominators in words: of all, and of those due. */
function shares(total: Counts, lang: Lang): string {
  const { completed, overdue, rows, due } = total;
  const n = (value: number): string => formatNumber(value, lang);
  const p = (part: number, whole: number): string => percent(part, whole, lang);
  return lang === 'vi'
    ? `Hoàn thành ${n(completed)}: ${p(completed, rows)} % của ${n(rows)} lượt, ${p(completed, due)} % của ${n(due)} lượt đến hạn (đã hoàn thành hoặc quá hạn). Quá hạn ${n(overdue)} (có báo cáo ${n(total.classes.overdue)}, chưa báo cáo ${n(total.unreportedPastDeadline)}): ${p(overdue, rows)} % và ${p(overdue, due)} %.`
    : `Completed ${n(completed)}: ${p(completed, rows)} % of ${n(rows)} rows, ${p(completed, due)} % of ${n(due)} due (completed or overdue). Overdue ${n(overdue)} (reported ${n(total.classes.overdue)}, unreported ${n(total.unreportedPastDeadline)}): ${p(overdue, rows)} % and ${p(overdue, due)} %.`;
}

function lists(
  facts: Facts,
  { overdue, unreported, dueSoon }: Lists,
  shared: readonly Shared[],
  lang: Lang,
  drawing: Drawing,
): string[] {
  const chalk = colors(drawing);
  const vi = lang === 'vi';
  const days = (row: Row): number => (row.deadline === undefined ? 0 : Math.abs(daysBetween(row.deadline, facts.asOf)));
  const several = facts.periods.length > 1;
  const item = (row: Row): string =>
    `${row.task.id} (${several ? `${row.period.id}; ` : ''}${formatDay(row.deadline ?? '', lang)}, ${formatNumber(days(row), lang)} ${vi ? 'ngày' : 'd'}${isOverdue(row) && row.class === 'unreported' ? (vi ? ', chưa báo cáo' : ', unreported') : ''})`;
  const section = (title: string, rows: readonly Row[], body: () => string[]): string[] => [
    chalk.bold(`${title}: ${formatNumber(rows.length, lang)}`),
    ...(rows.length === 0 ? [] : body()),
    '',
  ];
  const byOwner = (rows: readonly Row[], show: (rows: readonly Row[]) => string): string[] =>
    [...groupBy(rows, ({ owner }) => owner)].flatMap(([owner, held]) =>
      hanging('  ', `${visible(owner.short ?? owner.name)}: ${show(held)}`, drawing.columns).map((line, i) =>
        i === 0 ? line : `  ${line}`,
      ),
    );

  const unreportedLists = (): string[] =>
    WHYS.flatMap((why) => {
      const rows = unreported.filter((row) => row.why === why);
      if (rows.length === 0) return [];
      const head = `  ${whyWords[why][lang]}: ${formatNumber(rows.length, lang)}`;
      if (why !== 'no-file')
        return [
          head,
          ...byOwner(rows, (held) => held.map(({ task }) => task.id).join(', ')).map((line) => `  ${line}`),
        ];
      const owners = [...groupBy(rows, ({ owner }) => owner)].map(
        ([owner, held]) => `${visible(owner.short ?? owner.name)} (${held.length})`,
      );
      return [head, ...hanging('    ', owners.join('; '), drawing.columns)];
    });
  return [
    ...section(vi ? 'Quá hạn' : 'Overdue', overdue, () => byOwner(overdue, (held) => held.map(item).join(', '))),
    ...section(vi ? 'Chưa báo cáo' : 'Unreported', unreported, unreportedLists),
    ...section(vi ? `Đến hạn trong ${DUE_SOON_DAYS} ngày tới` : `Due within ${DUE_SOON_DAYS} days`, dueSoon, () =>
      byOwner(dueSoon, (held) => held.map(item).join(', ')),
    ),
    ...(shared.length === 0
      ? []
      : [
          ...hanging(
            '',
            `${vi ? 'Nhiệm vụ nhiều cơ quan chủ trì, số đã hoàn thành' : 'Tasks with several leads, completed so far'}: ${shared.map(({ task, completed, leads }) => `${task} ${completed}/${leads}`).join(', ')}`,
            drawing.columns,
          ),
          '',
        ]),
  ];
}
