import type { Facts } from '../../model/facts.ts';
import type { PaperName, Sending } from '../../model/papers.ts';
import { type Plan, bodyName } from '../../model/plan.ts';
import { ownersAnnex, tasksAnnex } from './annex.ts';
import { generalBlocks } from './general.ts';
import { indicatorBlocks, lateBlocks, nextBlocks, obstacleBlocks, proposalBlocks } from './lists.ts';
import { resultBlocks } from './results.ts';
import { dayText, issuerName, n, periodText, plain, planInFull, planText, quote } from './words.ts';
import type { Provenance } from '../json.ts';
import { type Block, type Paper, heading, note, text } from '../paper/paper.ts';
import { roman } from '../paper/words.ts';

/** The report of the coordinator, or of the body above it to the government, on the periods of the facts. */
export function reportPaper(facts: Facts, name: Exclude<PaperName, 'letter'>, provenance: Provenance): Paper {
  const { plan, asOf } = facts;
  const sending = plan.papers.of[name];
  const period = facts.periods.map(periodText).join(', ');
  const issuer = issuerName(plan, sending.issuer);
  const basis = name === 'government-report' ? basisText(plan) : '';
  const about = `Tình hình, kết quả thực hiện ${basis === '' ? planInFull(plan) : basis} ${period}`;
  const parts: readonly (readonly [title: string, body: readonly Block[]])[] = [
    ['TÌNH HÌNH CHUNG', generalBlocks(facts)],
    ['KẾT QUẢ THỰC HIỆN', resultBlocks(plan, facts.rows)],
    ['NHIỆM VỤ QUÁ HẠN, CHƯA BÁO CÁO', lateBlocks(facts)],
    ['KHÓ KHĂN, VƯỚNG MẮC', obstacleBlocks(facts)],
    ['KẾT QUẢ THỰC HIỆN CHỈ TIÊU', indicatorBlocks(facts)],
    ['ĐỀ XUẤT, KIẾN NGHỊ', proposalBlocks(facts)],
    ['NHIỆM VỤ KỲ TIẾP THEO', nextBlocks(facts)],
  ];
  const scope = `${period} (số liệu tính đến ngày ${dayText(asOf)})`;
  return {
    kind: 'report',
    ...(sending.issuer.above === undefined ? {} : { above: sending.issuer.above }),
    issuer,
    symbol: `BC-${sending.issuer.symbol}`,
    place: sending.issuer.place,
    asOf,
    about,
    to: sending.to,
    body: [
      ...noteBlocks(facts, provenance, name),
      text(opening(facts, issuer, period, basis)),
      ...parts
        .filter(([, body]) => body.length > 0)
        .flatMap(([title, body], i): Block[] => [heading(1, `${roman(i + 1)}. ${title}`), ...body]),
      text(closing(plan, sending, issuer, period)),
    ],
    signature: sending.issuer.signature,
    ...(sending.issuer.signer === undefined ? {} : { signer: sending.issuer.signer }),
    recipients: sending.recipients,
    annexes: [ownersAnnex(facts, scope), tasksAnnex(facts, scope)],
  };
}

/** What the plan carries out: `Nghị quyết số 124/NQ-CP ngày 03/9/2020 của Chính phủ`; empty where it names nothing dated. */
function basisText(plan: Plan): string {
  const reference = plan.reference(plan.basis?.[0] ?? '');
  if (reference?.number === undefined) return '';
  const { kind, number, date, issuer } = reference;
  return `${kind} số ${number}${date === undefined ? '' : ` ngày ${dayText(date)}`}${issuer === undefined ? '' : ` của ${issuer}`}`;
}

function opening({ plan, asOf }: Facts, issuer: string, period: string, basis: string): string {
  const title = plain(plan.title);
  const what = /^kế hoạch /iu.test(title) ? ` ${title.replace(/^kế hoạch /iu, '')}` : ` (${quote(title)})`;
  const sentence = `tình hình, kết quả thực hiện ${period} (số liệu tính đến ngày ${dayText(asOf)}) như sau:`;
  if (basis !== '')
    return `Thực hiện ${basis}, ${bodyName(plan, plan.issuer)} đã ban hành ${planText(plan)} ngày ${dayText(plan.date)}${what}. ${issuer} báo cáo ${sentence}`;
  const { words } = plan.reporting;
  const regime = words === undefined ? '' : `; theo chế độ báo cáo quy định tại Kế hoạch (${quote(words)})`;
  return `Thực hiện ${planInFull(plan)}${what}${regime}, ${issuer} tổng hợp, báo cáo ${sentence}`;
}

function closing(plan: Plan, sending: Sending, issuer: string, period: string): string {
  const to = sending.to.filter((name) => !/^…*$/u.test(name)).join(', ');
  return `Trên đây là báo cáo tình hình, kết quả thực hiện ${planText(plan)} ${period}, ${issuer} kính báo cáo${to === '' ? '' : ` ${to}`}.`;
}

/** What the draft rests on and what is still to be done to it. */
function noteBlocks({ plan, asOf, intake }: Facts, { files, refused, tool }: Provenance, name: PaperName): Block[] {
  const broken = intake.reports.filter(({ standing }) => standing === 'broken').map(({ source }) => source.file);
  return [
    note(
      `Dự thảo do dondoc ${tool} lập từ ${n(files)} tệp báo cáo các kỳ (không đọc được ${n(refused)}${broken.length > 0 ? `: ${broken.join(', ')}` : ''}), tính đến ngày ${dayText(asOf)}, theo ${planText(plan)}, bản ${plan.version} (${plan.fingerprint}).`,
    ),
    note(
      'Số liệu do dondoc tính từ các báo cáo; lời trong ngoặc kép là nguyên văn của cơ quan, đơn vị, chưa được biên tập. Trước khi ký: ghi số, ngày, người ký; rà soát lời trích; bổ sung đánh giá, kiến nghị của cơ quan báo cáo.',
    ),
    note(
      'Thời hạn có dấu (*) là mốc theo dõi tự đặt vì Kế hoạch không nêu thời hạn; không nhiệm vụ nào bị coi là quá hạn theo mốc này.',
    ),
    ...(name === 'government-report'
      ? [
          note(
            'Nếu báo cáo theo yêu cầu, bổ sung số, ngày văn bản yêu cầu vào câu mở đầu; mục đề xuất, kiến nghị chỉ giữ nội dung thuộc thẩm quyền của cơ quan nhận báo cáo.',
          ),
        ]
      : []),
    note('Xóa các dòng ghi chú này trước khi trình ký.'),
  ];
}
