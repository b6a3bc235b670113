import type { IssuerData, PapersFile, PlanFile, SendingData } from '../generated/types.ts';
import { type At, type Source, atIn } from '../source.ts';
import type { Placed } from './names.ts';

/** The papers that are drafted of a plan: the coordinator's report, the one to the body above it, the letter that presses for what is late. */
export const PAPERS = ['report', 'government-report', 'letter'] as const;
export type PaperName = (typeof PAPERS)[number];

/** Stands where a person is to fill in what nobody has said. */
export const DOTS = '…';

/** Who issues papers, as their head and their foot write it. */
export interface Issuer {
  /** Its id in the plan. */
  readonly body: string;
  readonly name: string;
  /** The body above it, where its papers name one. */
  readonly above?: string;
  /** Its letters in a paper's symbol: `SCT`. */
  readonly symbol: string;
  /** The letters of the unit that drafts: `QLCN`. */
  readonly unit?: string;
  readonly place: string;
  /** The lines above the signature. */
  readonly signature: readonly string[];
  readonly signer?: string;
  /** It stands above the provincial bodies and may tell them to (yêu cầu) what others ask for (đề nghị). */
  readonly directs: boolean;
}

/** How one kind of paper is sent. */
export interface Sending {
  readonly issuer: Issuer;
  /** Kính gửi; empty for letters, which name the bodies themselves. */
  readonly to: readonly string[];
  /** Nơi nhận. */
  readonly recipients: readonly string[];
}

/** The form of the papers of a plan: papers.yaml, and where that is silent what follows from the plan itself. */
export interface Papers {
  /** Those that papers.yaml declares, in its order; then the coordinator, the plan's issuer and whoever else issues one. */
  readonly issuers: readonly Issuer[];
  readonly of: Readonly<Record<PaperName, Sending>>;
  /** papers.yaml itself, for what is checked of it. */
  readonly file?: PapersFile & { readonly at: At };
}

/** What of a body its papers show. */
export type Body = Readonly<Record<'id' | 'name', string>> & { readonly symbol?: string };

/**
 * How the papers of a plan look: what papers.yaml says (`source`), and for each part that it leaves out what the plan
 * says. The coordinator issues the report and the letter, in its head the plan's issuer stands above it; the plan's
 * issuer issues the report to the government, is signed for as the plan was, and may demand (`directs`), since it
 * assigned the tasks. `bodyOf` finds a body by id or name; one that it does not know is shown as written, and DD306 says so.
 */
export function papersFrom(
  plan: PlanFile,
  bodyOf: (written: string) => Body | undefined,
  source: Source | undefined,
): Papers {
  const file = source && { ...(source.data as PapersFile), at: atIn(source) };
  const nameOf = (id: string): string => bodyOf(id)?.name ?? id;
  const head = bodyOf(plan.issuer)?.id ?? plan.issuer;

  const issuerFrom = ({ confirmed: _confirmed, from: _from, note: _note, ...said }: IssuerData): Issuer => {
    const isHead = said.body === head;
    return {
      name: capitals(nameOf(said.body)),
      ...(said.body === plan.coordinator && !isHead ? { above: capitals(nameOf(head)) } : {}),
      symbol: bodyOf(said.body)?.symbol ?? DOTS,
      place: plan.place ?? DOTS,
      signature: (isHead ? plan.signer?.title.split(', ') : undefined) ?? ['THỦ TRƯỞNG CƠ QUAN'],
      directs: isHead,
      ...said,
    };
  };
  const issuerOf = (paper: PaperName): string =>
    file?.papers?.[paper]?.issuer ?? (paper === 'government-report' ? head : plan.coordinator);
  const declared = file?.issuers ?? [];
  const others = new Set([plan.coordinator, head, ...PAPERS.map(issuerOf)]);
  for (const { body } of declared) others.delete(body);
  const issuers = [...declared, ...[...others].map((body) => ({ body }))].map(issuerFrom);

  const sending = (paper: PaperName, to: readonly string[]): Sending => {
    const said: SendingData = file?.papers?.[paper] ?? {};
    return {
      issuer: issuers.find(({ body }) => body === issuerOf(paper)) as Issuer,
      to: said.to ?? to,
      recipients: said.recipients ?? ['Như trên', `Lưu: VT, ${DOTS}`],
    };
  };
  return {
    issuers,
    of: {
      report: sending('report', [nameOf(plan.recipient ?? head)]),
      'government-report': sending('government-report', [DOTS]),
      letter: sending('letter', []),
    },
    ...(file ? { file } : {}),
  };
}

const capitals = (name: string): string => name.toLocaleUpperCase('vi');

/** The issuers that papers.yaml declares, each with its place. */
export const issuersIn = (source: Source | undefined): (IssuerData & Placed)[] =>
  source
    ? ((source.data as PapersFile).issuers ?? []).map((each, i) => ({ ...each, at: atIn(source, 'issuers', i) }))
    : [];
