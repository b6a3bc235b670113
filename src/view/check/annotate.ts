import { formatDay } from '../../day.ts';
import { SHEETS } from '../../form.ts';
import { groupBy } from '../../group.ts';
import type { Lang } from '../../lang.ts';
import type { Facts } from '../../model/facts.ts';
import { type AddedRow, type NoteToLeave, withNotes } from '../../office/edit.ts';
import { withWorkbook } from '../../office/workbook.ts';
import { type Finding, messageOf } from '../../rules/rule.ts';
import { fixOf } from '../../rules/wording.ts';
import { countsText } from './text.ts';
import { severityWords } from '../words.ts';

const words = {
  title: { vi: 'KẾT QUẢ KIỂM TRA BÁO CÁO', en: 'RESULTS OF THE CHECK' },
  rests: {
    vi: (plan: string, version: string, asOf: string, tool: string) =>
      `Kế hoạch ${plan}, bản ${version}; tính đến ngày ${asOf}; dondoc ${tool}`,
    en: (plan: string, version: string, asOf: string, tool: string) =>
      `Plan ${plan}, version ${version}; as of ${asOf}; dondoc ${tool}`,
  },
  columns: {
    vi: ['Trang tính', 'Ô', 'Cột', 'Mức', 'Quy tắc', 'Phát hiện', 'Cách sửa'],
    en: ['Sheet', 'Cell', 'Column', 'Level', 'Rule', 'Finding', 'Fix'],
  },
  clean: { vi: 'Không có phát hiện nào.', en: 'Nothing was found.' },
} as const;

/**
 * A department's own workbook with what was found of it: a note at each cell, and a sheet that lists everything. None
 * where the workbook cannot be read, or where a part of it that nobody has read so far cannot be written on.
 */
export function annotated(
  bytes: Uint8Array,
  findings: readonly Finding[],
  { plan, asOf }: Pick<Facts, 'plan' | 'asOf'>,
  tool: string,
  lang: Lang,
): Uint8Array | undefined {
  const rows: AddedRow[] = [
    { cells: [words.title[lang]] },
    { cells: [countsText(findings, lang)] },
    { cells: [words.rests[lang](plan.number, plan.version, formatDay(asOf, lang), tool)] },
    { cells: [] },
    ...(findings.length === 0
      ? [{ cells: [words.clean[lang]] }]
      : [{ cells: words.columns[lang], style: 'bold' as const }, ...findings.map((finding) => listed(finding, lang))]),
  ];
  const made = withWorkbook(bytes, ({ sheets }) => {
    const partOf = new Map(sheets.map(({ name, part }) => [name, part]));
    const sheet = { name: SHEETS.results[lang], widths: [14, 8, 20, 10, 28, 60, 60], rows };
    return withNotes(bytes, notesIn(partOf, findings, lang), sheet, 'dondoc');
  });
  return made instanceof Uint8Array ? made : undefined;
}

/** What is said of cells, together where it is said of the same one. */
const notesIn = (partOf: ReadonlyMap<string, string>, findings: readonly Finding[], lang: Lang): NoteToLeave[] => {
  const placed = findings.flatMap((finding) => {
    const { cell, line: row, column } = finding.place;
    const part = cell && partOf.get(cell.sheet);
    return part === undefined ? [] : [{ part, row, column, text: noteText(finding, lang) }];
  });
  return [...groupBy(placed, ({ part, row, column }) => `${part} ${row} ${column}`).values()].map((together) => ({
    ...together[0],
    text: together.map(({ text }) => text).join('\n\n'),
  }));
};

const noteText = (finding: Finding, lang: Lang): string =>
  `${severityWords[finding.severity][lang]} ${finding.rule.code}: ${messageOf(finding, lang)}\n→ ${fixOf(finding.rule, true, lang)}`;

function listed(finding: Finding, lang: Lang): AddedRow {
  const { rule, severity, place } = finding;
  const { cell } = place;
  return {
    cells: [
      cell?.sheet ?? '',
      cell?.name ?? '',
      cell?.title ?? '',
      severityWords[severity][lang],
      `${rule.code} ${rule.name}`,
      messageOf(finding, lang),
      fixOf(rule, true, lang),
    ],
    style: 'wrapped',
    ...(cell ? { link: { sheet: cell.sheet, row: place.line, column: place.column } } : {}),
  };
}
