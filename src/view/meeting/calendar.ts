import { type Day, addDays } from '../../day.ts';
import { capital } from '../../form.ts';
import type { Lang, Text } from '../../lang.ts';
import type { Facts } from '../../model/facts.ts';
import { type Basis, nameShort } from '../../model/plan.ts';
import type { Due } from '../../model/upcoming.ts';
import type { Provenance } from '../json.ts';
import { restsOn } from './notes.ts';
import { shownLines } from '../paper/words.ts';
import { basisWords } from '../words.ts';

const words = {
  name: { vi: 'Theo dõi Kế hoạch số', en: 'Deadlines of plan' },
  due: { vi: 'đến hạn', en: 'falls due' },
  file: { vi: 'nộp báo cáo kỳ', en: 'file the report for' },
  basis: { vi: 'Cơ sở của hạn', en: 'Basis of the deadline' },
  plan: { vi: 'Kế hoạch số', en: 'Plan' },
  clause: { vi: 'nhiệm vụ', en: 'task' },
} satisfies Record<string, Text>;

/**
 * What falls due as an iCalendar of whole days (RFC 5545), with a reminder a week before each. An event keeps its UID
 * when its day moves, so that a newer calendar replaces the older one.
 */
export function calendar(facts: Facts, dues: readonly Due[], provenance: Provenance, lang: Lang): string {
  const { plan } = facts;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//dondoc//dondoc ${provenance.tool}//${lang.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapedText(`${words.name[lang]} ${plan.number}`)}`,
    `X-WR-CALDESC:${escapedText(restsOn(facts, provenance, lang))}`,
    `X-WR-TIMEZONE:${escapedText(plan.timezone)}`,
    ...dues.flatMap((due) => eventOf(facts, due, lang)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

function eventOf({ plan, asOf }: Facts, due: Due, lang: Lang): string[] {
  const { kind, owner, day } = due;
  const body = nameShort(owner);
  const basis: Basis = kind === 'work' ? (due.row.basis ?? 'assumed') : plan.reporting.due.basis;
  const what = kind === 'work' ? `${due.row.task.id} ${words.due[lang]}` : `${words.file[lang]} ${due.period.id}`;
  const summary = `${body}: ${what}`;
  const description = [
    kind === 'work' ? due.row.task.text : capital(what),
    `${words.basis[lang]}: ${basisWords[basis][lang]}`,
    `${words.plan[lang]} ${plan.number}${kind === 'work' ? `, ${words.clause[lang]} ${due.row.task.id}` : ''}`,
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${escapedText(uidOf(plan.number, due))}`,
    `DTSTAMP:${basicDay(asOf)}T000000Z`,
    `DTSTART;VALUE=DATE:${basicDay(day)}`,
    `DTEND;VALUE=DATE:${basicDay(addDays(day, 1))}`,
    `SUMMARY:${escapedText(summary)}`,
    `DESCRIPTION:${escapedText(description.join('\n'))}`,
    `CATEGORIES:${escapedText(body)}`,
    `STATUS:${basis === 'assumed' ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P7D',
    `DESCRIPTION:${escapedText(summary)}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** Which obligation it is, whatever its words and its day: what comes anew with each period or event is named with it. */
function uidOf(number: string, due: Due): string {
  const parts =
    due.kind === 'report'
      ? [due.period.id]
      : [
          due.row.task.id,
          ...(due.row.task.deadline?.each ? [due.row.period.id] : []),
          ...(due.row.trigger?.data.day === undefined ? [] : [due.row.trigger.data.day]),
        ];
  return `${[number, due.kind, due.owner.id, ...parts].join(':')}@dondoc`;
}

const basicDay = (day: Day): string => day.replaceAll('-', '');

/** A value of type TEXT (RFC 5545, 3.3.11); of line ends only the feed is left, and what would act is shown. */
const escapedText = (text: string): string =>
  shownLines(text)
    .join('\n')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/** Octets of a line, its end not counted (RFC 5545, 3.1). */
const LONGEST = 75;
const encoder = new TextEncoder();

/** A line broken into as many as it takes, never inside a character. */
function folded(line: string): string {
  let [text, room] = ['', LONGEST];
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (octets > room) {
      text += '\r\n ';
      room = LONGEST - 1;
    }
    text += character;
    room -= octets;
  }
  return text;
}
