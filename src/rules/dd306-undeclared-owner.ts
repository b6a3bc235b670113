import { LETTERS, distance, fold, sameName, suggest } from '../fold.ts';
import { coverageOf } from '../model/coverage.ts';
import { PAPERS } from '../model/papers.ts';
import type { Group, Owner, Plan, Task } from '../model/plan.ts';
import type { At, Spot } from '../source.ts';
import { type Hit, defineRule } from './rule.ts';
import { perhaps, quoted } from './wording.ts';

type Data = {
  why: 'unknown' | 'not-answerable' | 'not-named';
  body: string;
  task?: string;
  suggestions: readonly string[];
};

interface Use {
  readonly id: string;
  readonly at: Spot;
  /** Whoever stands here owes something, so an outside partner may not. */
  readonly owes: boolean;
  readonly task?: Task;
}

function usesIn(plan: Plan): Use[] {
  const { coordinator, recipient, issuer, reporting } = plan;
  const listed = (ids: readonly string[], at: At, field: string, owes: boolean): Use[] =>
    ids.map((id, i) => ({ id, at: at(field, i), owes }));
  const single = (id: string | undefined, at: Spot, owes = false): Use[] =>
    id === undefined ? [] : [{ id, at, owes }];
  return [
    ...single(issuer, plan.at('issuer')),
    ...single(coordinator, plan.at('coordinator'), true),
    ...single(recipient, plan.at('recipient')),
    ...single(reporting.through, plan.at('reporting', 'through')),
    ...listed(reporting.owners, (...path) => plan.at('reporting', ...path), 'owners', true),
    ...issuersIn(plan),
    ...plan.groups.flatMap(({ members, at }) => listed(members, at, 'members', true)),
    ...plan.tasks.flatMap((task) =>
      [
        ...listed(task.lead, task.at, 'lead', true),
        ...listed(task.support, task.at, 'support', false),
        ...listed(task.partners, task.at, 'partners', false),
      ].map((use) => ({ ...use, task })),
    ),
  ];
}

/**
 * Who issues papers, where no version of the plan knows it: the body may be one that only an amendment brings. What
 * papers.yaml declares itself is blamed there, once.
 */
function issuersIn(plan: Plan): Use[] {
  const { file } = plan.papers;
  if (!file) return [];
  const { issuers = [], papers = {}, at } = file;
  const declared = new Set(issuers.map(({ body }) => body));
  return [
    ...issuers.map(({ body }, i) => ({ id: body, at: at('issuers', i, 'body'), owes: false })),
    ...PAPERS.flatMap((paper) => {
      const id = papers[paper]?.issuer;
      return id === undefined || declared.has(id) ? [] : { id, at: at('papers', paper, 'issuer'), owes: false };
    }),
  ].filter(({ id }) => !plan.owner(id));
}

const namesOf = ({ name, aliases = [] }: { readonly name: string; readonly aliases?: readonly string[] }): string[] => [
  name,
  ...aliases,
];

const LETTER = new RegExp(`[${LETTERS}0-9]`);

/** True where a text holds one of the names, not as part of a longer word. */
function isNamed(body: Owner | Group, text: string): boolean {
  const isLetter = (character = ''): boolean => LETTER.test(character);
  return namesOf(body)
    .map(sameName)
    .some((name) => {
      for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
        if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length])) return true;
      }
      return false;
    });
}

/** True where words of a text are but a slip away from one of the names. */
function isNearlyNamed(body: Owner | Group, text: string): boolean {
  const words = fold(text).split(' ');
  return namesOf(body)
    .map(fold)
    .some((name) => {
      const size = name.split(' ').length;
      const windows = words.flatMap((_, i) =>
        [size - 1, size, size + 1].map((length) => words.slice(i, i + length).join(' ')),
      );
      return windows.some((window) => distance(window, name) <= Math.max(1, name.length / 6));
    });
}

/** Leads that the lines of their task do not name. Where a name nearly the same stands there, the name is wrong, else the lead. */
function* misnamed(plan: Plan): Iterable<Hit<Data>> {
  const misplaced = new Set(coverageOf(plan).misplaced.map(({ task }) => task));
  const bodies = [...plan.owners, ...plan.groups];
  const said = new Set<Owner | Group>();
  for (const task of plan.tasks) {
    const line = task.heading ?? task.lines[0] ?? 1;
    const text = sameName([line, ...task.lines].map((n) => plan.text.lines[n - 1] ?? '').join(' '));
    if (text === '' || misplaced.has(task)) continue;
    for (const [i, id] of task.lead.entries()) {
      const body = bodies.find((other) => other.id === id);
      if (!body || said.has(body) || isNamed(body, text)) continue;
      const related = [{ file: plan.text.file, line, column: 1 }];
      const data = { why: 'not-named', body: body.name, task: task.id } as const;
      if (isNearlyNamed(body, text)) {
        said.add(body);
        yield { at: body.at('name'), data: { ...data, suggestions: [] }, related };
      } else {
        const heading = sameName(plan.text.lines[line - 1]?.split(':')[0] ?? '');
        const others = bodies.filter(
          (other) => isNamed(other, heading) && ![...task.lead, ...task.support].includes(other.id),
        );
        yield {
          at: task.at('lead', i),
          data: { ...data, suggestions: others.map((other) => other.id).slice(0, 3) },
          related,
          task,
        };
      }
    }
  }
}

export default defineRule<Data>({
  code: 'DD306',
  name: 'undeclared-owner',
  severity: 'error',
  title: { vi: 'Cơ quan chưa khai hoặc khai sai tên', en: 'Undeclared owner' },
  message: {
    vi: ({ why, body, task, suggestions }) =>
      ({
        unknown: `“${quoted(body)}” chưa khai trong owners.yaml`,
        'not-answerable': `“${quoted(body)}” là cơ quan ngoài phạm vi kế hoạch, không thể được giao ở đây`,
        'not-named': `“${quoted(body)}” không có trong các dòng của bản đã ký nêu nhiệm vụ ${task ?? ''}`,
      })[why] + perhaps(suggestions, 'vi'),
    en: ({ why, body, task, suggestions }) =>
      ({
        unknown: `“${quoted(body)}” is not declared in owners.yaml`,
        'not-answerable': `“${quoted(body)}” is an outside partner, who cannot be assigned anything here`,
        'not-named': `“${quoted(body)}” does not occur in the lines of the signed text that hold task ${task ?? ''}`,
      })[why] + perhaps(suggestions, 'en'),
  },
  why: {
    vi: 'Mỗi nhiệm vụ phải giao cho đúng cơ quan mà văn bản nêu tên; sai mã hoặc sai tên thì nhiệm vụ không có ai chịu trách nhiệm báo cáo, hoặc đôn đốc nhầm cơ quan.',
    en: 'Each task belongs to the body that the text names. With a wrong id or name nobody answers for it, or the wrong body is pressed.',
  },
  fix: {
    vi: 'Sửa mã cơ quan cho đúng, hoặc khai cơ quan trong owners.yaml. Nếu tên trong owners.yaml khác bản đã ký, sửa name hoặc thêm cách viết của bản đã ký vào aliases.',
    en: 'Correct the id, or declare the body in owners.yaml. Where the name there differs from the signed text, correct name or add the signed spelling to aliases.',
  },
  example: () => ({
    bad: {
      'plan/owners.yaml': `owners:
  - { id: so-cong-thuong, name: Sở Công Thương, authority: provincial }
  - id: so-tai-chinh
    name: Sở Tài chánh # <- DD306
    authority: provincial
groups:
  - id: cac-huyen
    name: UBND các huyện
    members: [huyen-ha] # <- DD306
partners:
  - { id: ubnd-tinh, name: UBND tỉnh }
`,
    },
    good: {
      'plan/owners.yaml': `owners:
  - { id: so-cong-thuong, name: Sở Công Thương, authority: provincial }
  - { id: so-tai-chinh, name: Sở Tài chính, authority: provincial }
  - { id: huyen-ha, name: UBND huyện Hạ, authority: district }
groups:
  - { id: cac-huyen, name: UBND các huyện, members: [huyen-ha] }
partners:
  - { id: ubnd-tinh, name: UBND tỉnh }
`,
    },
  }),

  *check({ plan }) {
    const partners = new Set(plan.partners.map(({ id }) => id));
    const named = new Set([...plan.owners, ...plan.groups, ...plan.partners].flatMap(namesOf).map(sameName));
    for (const { id, at, owes, task } of usesIn(plan)) {
      if (plan.body(id) ? !(owes && partners.has(id)) : at.path[0] === 'issuer' && named.has(sameName(id))) continue;
      const candidates = [...plan.owners, ...plan.groups, ...(owes ? [] : plan.partners)].map((body) => ({
        value: body.id,
        names: [body.id, ...namesOf(body)],
      }));
      const [why, suggestions] = plan.body(id)
        ? (['not-answerable', []] as const)
        : (['unknown', suggest(id, candidates)] as const);
      yield {
        at,
        data: { why, body: id, ...(task ? { task: task.id } : {}), suggestions },
        ...(task ? { task, related: [task.at('text')] } : {}),
      };
    }
    // Only the leads as signed are named by the signed text.
    if (plan.amendments.length === 0) yield* misnamed(plan);
  },
});
