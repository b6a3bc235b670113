/** The papers that are drafted of a plan: the coordinator's report, the one to the body above it, the letter that presses for what is late. */
export const PAPERS = ['report', 'government-report', 'letter'] as const;
export type PaperName = (typeof PAPERS)[number];

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
  readonly issuers: readonly Issuer[];
  readonly of: Readonly<Record<PaperName, Sending>>;
}
