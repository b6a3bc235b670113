import { formatDay } from '../day.ts';
import { type Lang, type Text, formatNumber, plural } from '../lang.ts';
import type { Facts } from '../model/facts.ts';
import type { Proposal, ProposalsOn } from '../model/proposals.ts';
import { placeOf, placeText } from '../source.ts';
import { type Provenance, head, print } from './json.ts';
import { type Drawing, colors } from './terminal.ts';
import { leftOut, origin, periodsText } from './check/text.ts';
import { markdownText, visible } from './visible.ts';
import { cut, hanging } from './width.ts';

const words = {
  title: { vi: 'Đề xuất sửa đổi, bổ sung Kế hoạch', en: 'Changes asked for to plan' },
  whole: { vi: 'Cả kế hoạch', en: 'The plan as a whole' },
  none: { vi: 'Không có đề xuất nào', en: 'No changes are asked for' },
  unknown: { vi: 'mã nhiệm vụ không có trong kế hoạch', en: 'no task of the plan' },
} satisfies Record<string, Text>;

const countText = (facts: Facts, groups: readonly ProposalsOn[], lang: Lang): string => {
  const all = groups.flatMap(({ proposals }) => proposals);
  const owners = new Set(all.map(({ owner }) => owner)).size;
  const counted = {
    vi: `${formatNumber(all.length, 'vi')} đề xuất của ${formatNumber(owners, 'vi')} cơ quan`,
    en: `${plural(all.length, 'proposal')} by ${plural(owners, 'body', 'bodies')}`,
  };
  return `${counted[lang]} (${periodsText(facts, lang)}; ${{ vi: 'tính đến', en: 'as of' }[lang]} ${formatDay(facts.asOf, lang)})`;
};

const aboutText = ({ task }: ProposalsOn, lang: Lang): string =>
  task ? `${task.id} “${cut(task.text.replace(/\s+/g, ' '), 120)}”` : words.whole[lang];

const whoText = ({ owner, period, unknown }: Proposal, lang: Lang): string =>
  `${owner.name}, ${period}${unknown === undefined ? '' : ` (${unknown}: ${words.unknown[lang]})`}`;

/** What bodies ask to be changed, by task, each with its place: for whoever drafts the amendment. */
export function proposalsText(
  facts: Facts,
  groups: readonly ProposalsOn[],
  { tool }: Provenance,
  lang: Lang,
  drawing: Drawing,
): string {
  const chalk = colors(drawing);
  const lines = groups.flatMap((group) => [
    ...hanging('', visible(aboutText(group, lang)), drawing.columns).map((line) => chalk.bold(line)),
    ...group.proposals.flatMap((proposal) => [
      ...hanging(`  ${visible(whoText(proposal, lang))}: `, visible(proposal.text), drawing.columns, 4),
      chalk.dim(`    ${visible(placeText(placeOf(proposal.at)))}`),
    ]),
    '',
  ]);
  return [
    chalk.bold(`${words.title[lang]} ${visible(facts.plan.number)}`),
    groups.length === 0 ? words.none[lang] : countText(facts, groups, lang),
    '',
    ...lines,
    ...leftOut(facts, lang).flatMap((sentence) => hanging('', visible(sentence), drawing.columns)),
    origin(facts.plan, tool, lang, drawing),
    '',
  ].join('\n');
}

export function proposalsMarkdown(facts: Facts, groups: readonly ProposalsOn[], lang: Lang): string {
  const lines = groups.flatMap((group) => [
    `### ${markdownText(aboutText(group, lang))}`,
    '',
    ...group.proposals.map(
      (proposal) =>
        `- **${markdownText(whoText(proposal, lang))}**: ${markdownText(proposal.text.replace(/\s+/g, ' '))} (${markdownText(placeText(placeOf(proposal.at)))})`,
    ),
    '',
  ]);
  return [
    `## ${words.title[lang]} ${markdownText(facts.plan.number)}`,
    '',
    groups.length === 0 ? words.none[lang] : countText(facts, groups, lang),
    '',
    ...lines,
  ].join('\n');
}

/** The same as the published proposals.schema.json has it. */
export const proposalsJson = (facts: Facts, groups: readonly ProposalsOn[], provenance: Provenance): string =>
  print({
    ...head('proposals', facts, provenance),
    proposals: groups.flatMap(({ task, proposals }) =>
      proposals.map(({ owner, period, text, at, unknown }) => {
        const { file, line, column, cell } = placeOf(at);
        return {
          task: task?.id ?? null,
          ...(unknown === undefined ? {} : { unknown }),
          owner: owner.id,
          period,
          text,
          place: { file, line, column, ...(cell ? { sheet: cell.sheet, cell: cell.name } : {}) },
        };
      }),
    ),
  });
