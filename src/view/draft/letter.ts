import { capital } from '../../form.ts';
import { listOf } from '../../lang.ts';
import type { Debts } from '../../model/debts.ts';
import { DUE_SOON_DAYS, type Facts, closedPeriods } from '../../model/facts.ts';
import { DOTS, type Issuer } from '../../model/papers.ts';
import { type Owner, type Plan, bodyName } from '../../model/plan.ts';
import { debtBlocks, debtsAnnex, omittedWords } from './debts.ts';
import { dayText, issuerName, n, periodText, planInFull, planText, quote } from './words.ts';
import { type Block, type Paper, item, note, text } from '../paper/paper.ts';

/** What a letter is made of besides the facts. */
export interface LetterGiven {
  readonly facts: Facts;
  readonly issuer: Issuer;
  readonly recipients: readonly string[];
  /** Names of the report forms that go with the letter. */
  readonly forms: readonly string[];
  readonly tool: string;
}

/** Bodies of other hierarchies are asked; those of the province may be told to by who stands above them. */
const isDirected = ({ directs }: Issuer, { authority }: Owner): boolean =>
  directs && (authority === 'provincial' || authority === 'district');

/** Công văn đôn đốc to one body: what it owes, and what is asked of it. */
export function letterPaper(given: LetterGiven, debts: Debts): Paper {
  const { facts, issuer } = given;
  const { owner } = debts;
  const verb = isDirected(issuer, owner) ? 'yêu cầu' : 'đề nghị';
  return frame(
    given,
    [owner],
    [
      text(`${opening(given)} của ${owner.name} như sau:`),
      ...debtBlocks(facts, debts),
      text(
        `Để bảo đảm tiến độ thực hiện ${planText(facts.plan)}, ${issuerName(facts.plan, issuer)} ${verb} ${owner.name}:`,
      ),
      ...requests(given, [debts]),
      text(closing(given, [owner], owner.name)),
    ],
  );
}

/** The same letter to many bodies, with an annex of who owes what. */
export function commonLetter(given: LetterGiven, all: readonly Debts[]): Paper {
  const { facts, issuer } = given;
  const owners = all.map(({ owner }) => owner);
  const named = (list: readonly Owner[]): string =>
    listOf(
      list.map(({ name }) => name),
      'vi',
    );
  const told = owners.filter((owner) => isDirected(issuer, owner));
  const asked = owners.filter((owner) => !told.includes(owner));
  const whom =
    told.length > 0 && asked.length > 0
      ? `yêu cầu ${named(told)}; đề nghị ${named(asked)}`
      : `${told.length > 0 ? 'yêu cầu' : 'đề nghị'} các cơ quan, đơn vị nêu trên`;
  const count = (of: (debts: Debts) => readonly unknown[]): number =>
    all.reduce((sum, each) => sum + of(each).length, 0);
  const omitted = all.flatMap((debts) => debts.omitted);
  const figures = [
    [
      'chưa gửi báo cáo hoặc báo cáo chưa sử dụng được',
      all.filter(({ reports }) => reports.length > 0).length,
      'cơ quan, đơn vị',
    ],
    ['nhiệm vụ quá hạn', count(({ overdue }) => overdue), 'lượt'],
    [`nội dung báo cáo ${omittedWords(omitted)}`, omitted.length, 'lượt'],
  ] as const;
  const soon = count(({ dueSoon }) => dueSoon);
  return {
    ...frame(given, owners, [
      text(`${opening(given)} của các cơ quan, đơn vị như sau:`),
      ...figures
        .filter(([, number]) => number > 0)
        .map(([words, number, unit]) => item(`${capital(words)}: ${n(number)} ${unit}.`)),
      ...(soon > 0
        ? [text(`Ngoài ra có ${n(soon)} lượt nhiệm vụ sẽ đến thời hạn trong ${DUE_SOON_DAYS} ngày tới.`)]
        : []),
      text('Nội dung cụ thể của từng cơ quan, đơn vị nêu tại Phụ lục kèm theo.'),
      text(`Để bảo đảm tiến độ thực hiện ${planText(facts.plan)}, ${issuerName(facts.plan, issuer)} ${whom}:`),
      ...requests(given, all),
      text(closing(given, owners, 'các cơ quan, đơn vị')),
    ]),
    annexes: [debtsAnnex(facts, all)],
  };
}

function frame({ facts, issuer, recipients, tool }: LetterGiven, to: readonly Owner[], body: readonly Block[]): Paper {
  const { plan, asOf } = facts;
  const unknown = facts.intake.reports.filter(
    ({ standing }) => standing === 'broken' || standing === 'unplaced',
  ).length;
  return {
    kind: 'letter',
    ...(issuer.above === undefined ? {} : { above: issuer.above }),
    issuer: issuerName(plan, issuer),
    symbol: `${issuer.symbol}-${issuer.unit ?? DOTS}`,
    place: issuer.place,
    asOf,
    about: `đôn đốc thực hiện và báo cáo kết quả thực hiện ${planText(plan)}`,
    to: to.map(({ name }) => name),
    body: [
      note(
        `Dự thảo do dondoc ${tool} lập, số liệu tính đến ngày ${dayText(asOf)}, theo ${planText(plan)}, bản ${plan.version} (${plan.fingerprint}). Trước khi ký: ghi số, ngày, hạn thực hiện (chỗ có dấu …); xóa ghi chú này.`,
      ),
      // A file that names no body may be the very report that is missed.
      ...(unknown > 0
        ? [
            note(
              `Có ${n(unknown)} tệp không đọc được hoặc chưa rõ cơ quan, kỳ báo cáo, trong đó có thể có báo cáo đang đôn đốc: xem dondoc check trước khi ký.`,
            ),
          ]
        : []),
      ...body,
    ],
    signature: issuer.signature,
    ...(issuer.signer === undefined ? {} : { signer: issuer.signer }),
    recipients,
    annexes: [],
  };
}

/** Which plan, which clause, which day; the sentence goes on with whose work it is. */
function opening({ facts, issuer }: LetterGiven): string {
  const { plan, asOf } = facts;
  const { words, task } = plan.reporting;
  const clause =
    words === undefined
      ? ''
      : `, trong đó quy định chế độ báo cáo${task === undefined ? '' : ` (mã ${task})`}: ${quote(words)}`;
  return `Thực hiện ${planInFull(plan)}${clause}; qua theo dõi, tổng hợp ${spanText(facts)}, tính đến ngày ${dayText(asOf)}, ${issuerName(facts.plan, issuer)} thông báo tình hình thực hiện nhiệm vụ`;
}

/** `kỳ báo cáo năm 2025`, `các kỳ báo cáo từ năm 2021 đến năm 2025`: the periods that are due, where any is. */
function spanText(facts: Facts): string {
  const { periods } = facts;
  const due = closedPeriods(facts);
  const [first, last] = [due[0] ?? periods[0], due.at(-1) ?? periods.at(-1)];
  if (!first || !last) return '';
  return first.id === last.id
    ? `kỳ báo cáo ${periodText(first)}`
    : `các kỳ báo cáo từ ${periodText(first)} đến ${periodText(last)}`;
}

/** Something to ask for: by which debts, of whom in a letter to many, and in which words. */
type Ask = readonly [of: (debts: Debts) => readonly unknown[], who: string, what: string];

/** What is asked for, as far as it is owed; the days are left open. */
function requests({ facts, forms }: LetterGiven, all: readonly Debts[]): Block[] {
  const to = throughOf(
    facts.plan,
    all.map(({ owner }) => owner),
  );
  const form =
    forms.length === 0
      ? ''
      : ` theo biểu mẫu kèm theo (${forms.length > 3 ? `${n(forms.length)} tệp Excel` : forms.join(', ')})`;
  const isOwed = ([of]: Ask): boolean => all.some((debts) => of(debts).length > 0);
  const report: Ask = [
    ({ reports }) => reports,
    'chưa gửi báo cáo hoặc báo cáo chưa sử dụng được',
    `Gửi báo cáo${form} về ${to} trước ngày …/…/…; nhiệm vụ không phát sinh trong kỳ cũng báo cáo và nêu rõ lý do.`,
  ];
  const asks: readonly Ask[] = [
    report,
    [
      ({ overdue }) => overdue,
      'có nhiệm vụ quá hạn',
      'Tập trung hoàn thành các nhiệm vụ quá hạn; báo cáo rõ nguyên nhân, giải pháp khắc phục và thời gian hoàn thành trước ngày …/…/….',
    ],
    [
      ({ omitted }) => omitted,
      'có nội dung báo cáo nêu tại Phụ lục',
      `Bổ sung, chỉnh sửa nội dung báo cáo ${omittedWords(all.flatMap(({ omitted }) => omitted))}${isOwed(report) ? '' : form}, gửi về ${to} trước ngày …/…/….`,
    ],
    [({ dueSoon }) => dueSoon, 'có nhiệm vụ sắp đến thời hạn', 'Khẩn trương hoàn thành các nhiệm vụ sắp đến thời hạn.'],
  ];
  // In a letter to many each is asked only for what it owes itself.
  return asks
    .filter(isOwed)
    .map(([of, who, what]) =>
      item(all.every((debts) => of(debts).length > 0) ? what : `Cơ quan, đơn vị ${who}: ${lowered(what)}`),
    );
}

const lowered = (text: string): string => text.replace(/^./u, (letter) => letter.toLowerCase());

function closing({ facts: { plan } }: LetterGiven, owners: readonly Owner[], whom: string): string {
  const [to, head] = [throughOf(plan, owners), bodyName(plan, plan.issuer)];
  const then = to === head ? 'xem xét, giải quyết' : `để tổng hợp, báo cáo ${head} xem xét, giải quyết`;
  return `Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, ${whom} phản ánh về ${to} ${then}.`;
}

/** Where the reports go: through the coordinator; its own to the plan's issuer. */
function throughOf(plan: Plan, owners: readonly Owner[]): string {
  const through = plan.reporting.through ?? plan.coordinator;
  const isOwn = owners.every(({ id }) => id === through);
  return bodyName(plan, isOwn ? plan.issuer : through);
}
