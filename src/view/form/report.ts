import { formatDay } from '../../day.ts';
import { STATUS, type Status, statusLabel } from '../../form.ts';
import type { ReportFile } from '../../generated/types.ts';
import type { Lang } from '../../lang.ts';
import type { Plan } from '../../model/plan.ts';
import { type Content, type FormRow, dayContent, formWorkbook } from './form.ts';

const words = {
  lead: { vi: 'Chủ trì', en: 'Lead' },
  support: { vi: 'Phối hợp', en: 'Support' },
} as const;

/** A report as the Excel form; every field of it stands in a cell, also those that templates leave out. */
export function formOfReport(report: Partial<ReportFile>, plan: Plan | undefined, lang: Lang): Uint8Array {
  const { document, signer, contact, proposals = [], entries = [] } = report;
  return formWorkbook(
    {
      head: {
        plan: report.plan,
        version: report.version,
        owner: report.owner,
        period: report.period,
        reported: dayContent(report.reported),
        'document.number': document?.number,
        'document.date': dayContent(document?.date),
        'signer.name': signer?.name,
        'signer.title': signer?.title,
        'contact.name': contact?.name,
        'contact.phone': contact?.phone,
        'contact.email': contact?.email,
      },
      body: report.owner === undefined ? undefined : plan?.ownerNamed(report.owner)?.name,
      rows: entries.flatMap((entry) => rowsOf(entry, report.owner, plan, lang)),
      proposals: proposals.map(({ task, text }) => ({ cells: { task, text } })),
    },
    lang,
  );
}

type EntryData = ReportFile['entries'][number];

function rowsOf(entry: EntryData, owner: string | undefined, plan: Plan | undefined, lang: Lang): FormRow[] {
  const { evidence = [], indicators = [] } = entry;
  const known = plan?.task(entry.task);
  const body = owner === undefined ? undefined : plan?.ownerNamed(owner);
  const deadline = known?.deadline;
  const count = Math.max(1, evidence.length, indicators.length);
  return Array.from({ length: count }, (_, i) => {
    const [proof, indicator] = [evidence[i], indicators[i]];
    return {
      cells: {
        ...(i === 0
          ? {
              task: entry.task,
              text: known?.text,
              role: known && body && (known.leads.includes(body) ? words.lead : words.support)[lang],
              deadline: deadline?.date === undefined ? deadline?.words : formatDay(deadline.date, lang),
              status: statusText(entry.status, lang),
              progress: progressIn(entry.progress),
              started: dayContent(entry.started),
              submitted: dayContent(entry.submitted),
              completed: dayContent(entry.completed),
              result: entry.result,
              obstacles: entry.obstacles,
              proposals: entry.proposals,
              next: entry.next,
            }
          : {}),
        'evidence.number': proof?.number,
        'evidence.date': dayContent(proof?.date),
        'evidence.title': proof?.title,
        'evidence.issuer': proof?.issuer,
        'evidence.product': proof?.product,
        'evidence.file': proof?.file,
        'indicators.id': indicator?.id,
        'indicators.value': indicator?.value,
      },
    };
  });
}

const statusText = (status: string | undefined, lang: Lang): string | undefined =>
  status !== undefined && status in STATUS ? statusLabel(status as Status, lang) : status;

/** One per cent and less could be read back as a share: with its sign it is what it is. */
const progressIn = (progress: number | undefined): Content | undefined =>
  progress !== undefined && progress > 0 && progress <= 1 ? `${progress}%` : progress;
