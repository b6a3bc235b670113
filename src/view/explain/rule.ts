import { tryExample } from '../../example.ts';
import type { Lang, Text } from '../../lang.ts';
import { rules } from '../../rules/index.ts';
import { ExampleWorkbook } from '../../rules/example-workbook.ts';
import { fixOf } from '../../rules/wording.ts';
import type { Files, Rule } from '../../rules/rule.ts';
import { frame } from '../check/frame.ts';
import { type Drawing, colors, severityColor } from '../terminal.ts';
import { visible } from '../visible.ts';
import { hanging, padEnd, widthOf } from '../width.ts';
import { severityWords } from '../words.ts';

const labels = {
  why: { vi: 'Vì sao', en: 'Why' },
  fix: { vi: 'Cách sửa', en: 'Fix' },
  fixInCells: { vi: 'Cách sửa trong tệp Excel', en: 'Fix in a workbook' },
  bad: { vi: 'Ví dụ sai', en: 'Wrong' },
  good: { vi: 'Ví dụ đúng', en: 'Right' },
  says: { vi: 'dondoc báo', en: 'dondoc says' },
  rules: {
    vi: 'Các quy tắc. Xem từng quy tắc: dondoc explain MÃ (ví dụ dondoc explain DD201); xem một nhiệm vụ: dondoc explain II.3.a.4',
    en: 'The rules. For one: dondoc explain CODE (such as dondoc explain DD201); for a task: dondoc explain II.3.a.4',
  },
} satisfies Record<string, Text>;
type Label = keyof typeof labels;

/** All rules, each with its title behind it. */
export function rulesText(lang: Lang, drawing: Drawing): string {
  const chalk = colors(drawing);
  const name = 2 + Math.max(...rules.map((rule) => rule.name.length));
  const severity = 2 + Math.max(...rules.map((rule) => widthOf(severityWords[rule.severity][lang])));
  const lines = rules.flatMap((rule) => {
    const before = `${rule.code}  `.length + name + severity;
    const [first = '', ...rest] = hanging(' '.repeat(before), rule.title[lang], drawing.columns);
    const word = severityColor(chalk, rule.severity)(padEnd(severityWords[rule.severity][lang], severity));
    return [`${chalk.bold(rule.code)}  ${padEnd(rule.name, name)}${word}${first.slice(before)}`, ...rest];
  });
  return `${[...hanging('', labels.rules[lang], drawing.columns), '', ...lines].join('\n')}\n`;
}

/** One rule, with what it really says of its own bad example. */
export function ruleText(rule: Rule, lang: Lang, drawing: Drawing): string {
  const chalk = colors(drawing);
  const paragraph = (label: Label, text: string): string[] => [
    '',
    chalk.bold(labels[label][lang]),
    ...hanging('  ', text, drawing.columns),
  ];
  const files = (given: Files): string[] =>
    Object.entries(given).flatMap(([name, content]) => [
      `  ${chalk.dim(`── ${name}`)}`,
      ...contentLines(content).map((line) => `  ${line}`),
    ]);
  const findings = tryExample(rule, rule.example().bad);
  const excerpt = (file: string, n: number): string | undefined => {
    const content = rule.example().bad[file];
    return typeof content === 'string' ? content.split('\n')[n - 1] : undefined;
  };
  return [
    `${chalk.bold(`${rule.code} ${rule.name}`)} (${severityColor(chalk, rule.severity)(severityWords[rule.severity][lang])})`,
    ...hanging('', rule.title[lang], drawing.columns),
    ...paragraph('why', rule.why[lang]),
    ...paragraph('fix', fixOf(rule, false, lang)),
    ...(rule.fixInCells ? paragraph('fixInCells', fixOf(rule, true, lang)) : []),
    '',
    chalk.bold(labels.bad[lang]),
    ...files(rule.example().bad),
    '',
    chalk.bold(labels.says[lang]),
    ...findings.map((finding) =>
      frame([finding], excerpt, lang, { ...drawing, columns: drawing.columns - 2 }).replace(/^/gm, '  '),
    ),
    '',
    chalk.bold(labels.good[lang]),
    ...files(rule.example().good),
    '',
  ].join('\n');
}

const exampleCell = (cell: ExampleWorkbook['rows'][number][number]): string =>
  typeof cell === 'object' ? ('error' in cell ? cell.error : `=${cell.formula}`) : String(cell ?? '');

/** The lines of an example's file; the marks that its test reads are left out. */
function contentLines(content: Files[string]): string[] {
  if (content instanceof ExampleWorkbook)
    return content.rows.map((cells, i) =>
      [String(i + 1).padStart(3), ...cells.map((cell) => visible(exampleCell(cell)))].join(' │ '),
    );
  if (typeof content !== 'string')
    return [
      content === null ? '(…)' : `(${content.length} byte) ${Buffer.from(content.subarray(0, 40)).toString('hex')}…`,
    ];
  const lines = content.trimEnd().split('\n');
  return (lines.length > 40 ? [...lines.slice(0, 40), '…'] : lines).map((line) =>
    visible(line.slice(0, 200)).replace(/\s*# <- DD\d+.*$/, ''),
  );
}
