import { join } from 'node:path';
import { sameName } from '../fold.ts';
import { type Lang, type Text, listOf } from '../lang.ts';
import { type Debts, debtsOf, owesSomething } from '../model/debts.ts';
import { DOTS, type Issuer } from '../model/papers.ts';
import type { Period } from '../model/period.ts';
import type { Owner, Plan } from '../model/plan.ts';
import { VERSION } from '../version.ts';
import { commonLetter, letterPaper } from '../view/draft/letter.ts';
import { formTemplate } from '../view/form/template.ts';
import { paperDocx } from '../view/paper/docx.ts';
import { paperText } from '../view/paper/text.ts';
import { visible } from '../view/visible.ts';
import { type DraftOptions, draftSession } from './draft.ts';
import type { ExitCode, Io } from './io.ts';
import { folderAt } from './output.ts';
import { drawingOn } from './speech.ts';
import { ownersNamed } from './named.ts';
import { create, templateGiven } from './template.ts';
import { UsageError } from './usage.ts';
import { workspaceAt } from './workspace.ts';

export interface LetterOptions extends DraftOptions {
  /** A folder. */
  readonly output?: string;
  readonly reports?: readonly string[];
  readonly issuer?: string;
  readonly together?: boolean;
}

/** A report form that goes with a letter: of the body that is to fill it in, for a period. */
interface Form {
  readonly file: string;
  readonly owner: Owner;
  readonly period: Period;
}

/** `dondoc draft letter`: a letter to each body that owes something, with the forms of what is to be reported. */
export function draftLetterVerb(io: Io, owners: readonly string[], options: LetterOptions): ExitCode {
  const { output } = options;
  const workspace = workspaceAt(io);
  const folder = output === undefined ? undefined : folderAt(io, output);
  const { facts, plan, lang } = draftSession(io, options.reports ?? [], options);
  const issuer = issuerNamed(plan, options.issuer);
  const { recipients } = plan.papers.of.letter;
  const named = owners.length > 0 ? ownersNamed(plan, owners) : undefined;
  const chosen = debtsOf(facts).filter(({ owner }) => !named || holds(plan, named, owner));
  const addressed = chosen.filter((debts) => isAddressed(plan, issuer, debts));
  sayOthers(io, plan, issuer, chosen, lang);

  const formsOf = (all: readonly Debts[]): Form[] => all.flatMap((debts) => formsFor(debts));
  const given = (forms: readonly Form[]) => ({
    facts,
    issuer,
    recipients,
    forms: forms.map(({ file }) => file),
    tool: VERSION,
  });
  const together = options.together && addressed.length > 0;
  const letters = together
    ? [{ file: 'cong-van-don-doc.docx', forms: formsOf(addressed), all: addressed }]
    : addressed.map((debts) => ({
        file: `cong-van-don-doc-${debts.owner.id}.docx`,
        forms: formsOf([debts]),
        all: [debts],
      }));
  for (const [i, { file, forms, all }] of letters.entries()) {
    const paper = together ? commonLetter(given(forms), all) : letterPaper(given(forms), all[0] as Debts);
    if (folder === undefined) {
      io.stdout.write(`${i === 0 ? '' : `\n${'═'.repeat(40)}\n\n`}${paperText(paper, drawingOn(io, {}).columns)}`);
      continue;
    }
    create(io, workspace, join(folder, file), paperDocx(paper), lang);
    for (const form of forms)
      create(
        io,
        workspace,
        join(folder, form.file),
        formTemplate(templateGiven(facts, form.owner, form.period), 'vi'),
        lang,
      );
  }
  return 0;
}

/** A named body stands for those that have taken over its work as well. */
const holds = (plan: Plan, named: ReadonlySet<Owner>, owner: Owner): boolean =>
  named.has(owner) || [...named].some(({ id }) => plan.lineage.heirs(id).includes(owner.id));

const isAddressed = (plan: Plan, issuer: Issuer, debts: Debts): boolean =>
  owesSomething(debts) && debts.owner.id !== issuer.body && !plan.endingOf(debts.owner);

/** The forms of a body: for each period of which a report or rows are owed, and each body whose report it was. */
function formsFor({ reports, omitted }: Debts): Form[] {
  const asked = [
    ...reports.map(({ owner, period }) => ({ owner, period })),
    ...omitted.map(({ lead, period }) => ({ owner: lead, period })),
  ];
  const forms = asked.map(({ owner, period }): Form => ({
    file: `bieu-bao-cao-${period.id}-${owner.id}.xlsx`,
    owner,
    period,
  }));
  return [...new Map(forms.map((form) => [form.file, form])).values()];
}

/** Who gets no letter, and why: nothing is passed over without a word. */
function sayOthers(io: Io, plan: Plan, issuer: Issuer, chosen: readonly Debts[], lang: Lang): void {
  const owing = chosen.filter(owesSomething);
  const says: readonly (readonly [Debts[], Text])[] = [
    [
      chosen.filter((debts) => !owing.includes(debts)),
      { vi: 'không còn nội dung phải đôn đốc, không có công văn', en: 'owe nothing and get no letter' },
    ],
    [
      owing.filter(({ owner }) => owner.id === issuer.body),
      {
        vi: 'là cơ quan ký công văn, không tự gửi cho mình; xem dondoc summary',
        en: 'issues the letter and gets none; see dondoc summary',
      },
    ],
    [
      owing.filter(({ owner }) => owner.id !== issuer.body && plan.endingOf(owner)),
      {
        vi: 'đã kết thúc, không có cơ quan kế thừa, không có nơi gửi',
        en: 'have ended without successor: nobody to write to',
      },
    ],
  ];
  for (const [debts, text] of says)
    if (debts.length > 0)
      io.stderr.write(
        `${visible(
          listOf(
            debts.map(({ owner }) => owner.name),
            lang,
          ),
        )}: ${text[lang]}\n`,
      );
}

/** The issuer of the letters: the plan's own, or the one named: one of papers.yaml, or a body of the plan. */
function issuerNamed(plan: Plan, written: string | undefined): Issuer {
  const { issuers, of } = plan.papers;
  if (written === undefined) return of.letter.issuer;
  const wanted = sameName(written);
  const found = issuers.find(({ body, name }) =>
    [body, name, ...namesOf(plan, body)].some((each) => sameName(each) === wanted),
  );
  if (found) return found;
  const owner = plan.ownerNamed(written);
  if (owner)
    return {
      body: owner.id,
      name: owner.name,
      symbol: owner.symbol ?? DOTS,
      place: of.letter.issuer.place,
      signature: ['THỦ TRƯỞNG CƠ QUAN'],
      directs: false,
    };
  const known = issuers.map(({ body }) => body).join(', ');
  throw new UsageError({
    vi: `--issuer ${written}: kế hoạch không có cơ quan này; cơ quan ban hành văn bản: ${known}`,
    en: `--issuer ${written}: no such body in the plan; the issuers of papers are ${known}`,
  });
}

function namesOf(plan: Plan, id: string): readonly string[] {
  const { name = id, aliases = [] } = plan.body(id) ?? {};
  return [name, ...aliases];
}
