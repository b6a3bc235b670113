import type { Day } from '../day.ts';
import type { Text } from '../lang.ts';
import type { Plan } from '../model/plan.ts';
import type { SavedShare, ShareHead, ShareTrouble } from '../read/share.ts';
import { OBSTACLE_WORDS } from '../rules/wording.ts';
import { UsageError } from './usage.ts';

/** Why the shares of a folder cannot be joined, and what to do about it. */

/** A share with the file it stands in, as it was named. */
export interface Named extends SavedShare {
  readonly file: string;
}

const AGAIN: Text = {
  vi: 'chạy lại mọi phần',
  en: 'run every share again',
};

/** What is wrong with a file that should be a share. */
export function troubleWith(file: string, trouble: ShareTrouble, version: string): Text {
  switch (trouble.kind) {
    case 'unreadable':
      return trouble.why === 'missing'
        ? { vi: `không có tệp “${file}”`, en: `no file “${file}”` }
        : {
            vi: `không đọc được tệp “${file}”: ${OBSTACLE_WORDS[trouble.why].vi}`,
            en: `“${file}” cannot be read: ${OBSTACLE_WORDS[trouble.why].en}`,
          };
    case 'too-large':
      return {
        vi: `${file}: tệp quá lớn (${trouble.size} byte, nhiều nhất ${trouble.limit}); chia thư mục thành nhiều phần hơn`,
        en: `${file} is too large (${trouble.size} bytes, at most ${trouble.limit}); divide the folder into more shares`,
      };
    case 'foreign':
      return trouble.schema === 'urn:dondoc:schema:snapshot'
        ? {
            vi: `${file} là ảnh chụp của dondoc summary --snapshot (dùng với --compare-to); --from nhận tệp do dondoc check --shard i/n --snapshot tạo ra`,
            en: `${file} is a snapshot of dondoc summary --snapshot, for --compare-to; --from takes files made by dondoc check --shard i/n --snapshot`,
          }
        : {
            vi: `${file} không phải tệp do dondoc check --shard i/n --snapshot tạo ra`,
            en: `${file} was not made by dondoc check --shard i/n --snapshot`,
          };
    case 'other-tool':
      return {
        vi: `${file} do ${trouble.tool} tạo ra, ở đây là dondoc ${version}; ${AGAIN.vi} bằng cùng một phiên bản`,
        en: `${file} was made by ${trouble.tool}, and this is dondoc ${version}; ${AGAIN.en} with one version`,
      };
    case 'damaged':
      return {
        vi: `${file}: tệp bị hỏng hoặc đã bị sửa; tạo lại bằng dondoc check --shard i/n --snapshot ${file}`,
        en: `${file} is damaged or was edited; make it again with dondoc check --shard i/n --snapshot ${file}`,
      };
  }
}

const shardOf = ({ number, of }: ShareHead['shard']): string => `${number}/${of}`;
const planOf = ({ plan, version, fingerprint }: Pick<ShareHead, 'plan' | 'version' | 'fingerprint'>): Text => ({
  vi: `kế hoạch ${plan} phiên bản ${version} (${fingerprint})`,
  en: `plan ${plan}, version ${version} (${fingerprint})`,
});
const periodOf = (period: string | undefined): Text =>
  period === undefined
    ? { vi: 'không có --period', en: 'no --period' }
    : { vi: `--period ${period}`, en: `--period ${period}` };

/** In what two shares may differ that cannot be joined. */
interface Difference {
  readonly of: (share: ShareHead) => unknown;
  readonly text: (a: Named, b: Named) => Text;
}

/** Something that each share has a word for. */
const worded = (of: Difference['of'], words: (share: ShareHead) => Text, todo: Text): Difference => ({
  of,
  text: (a, b) => ({
    vi: `${a.file}: ${words(a.share).vi}; ${b.file}: ${words(b.share).vi}; ${todo.vi}`,
    en: `${a.file}: ${words(a.share).en}; ${b.file}: ${words(b.share).en}; ${todo.en}`,
  }),
});
const same = (text: string): Text => ({ vi: text, en: text });

const DIFFERENCES: readonly Difference[] = [
  worded(
    ({ shard }) => shard.of,
    ({ shard }) => ({ vi: `phần ${shardOf(shard)}`, en: `share ${shardOf(shard)}` }),
    { vi: 'các phần phải cùng một cách chia', en: 'shares have to be of one division' },
  ),
  worded(({ plan, fingerprint }) => `${fingerprint} ${plan}`, planOf, {
    vi: `${AGAIN.vi} theo cùng một kế hoạch`,
    en: `${AGAIN.en} on one plan`,
  }),
  worded(
    ({ asOf }) => asOf,
    ({ asOf }) => ({ vi: `tính đến ${asOf}`, en: `as of ${asOf}` }),
    { vi: `${AGAIN.vi} với cùng một --as-of`, en: `${AGAIN.en} with one --as-of` },
  ),
  worded(
    ({ period }) => period,
    ({ period }) => periodOf(period),
    { vi: `${AGAIN.vi} với cùng một --period`, en: `${AGAIN.en} with one --period` },
  ),
  {
    of: ({ settings }) => settings,
    text: (a, b) => ({
      vi: `${a.file} và ${b.file} theo hai cấu hình khác nhau (dondoc.yaml, --filed-by); ${AGAIN.vi} với cùng một cấu hình`,
      en: `${a.file} and ${b.file} go by different settings (dondoc.yaml, --filed-by); ${AGAIN.en} with the same`,
    }),
  },
  worded(
    ({ given }) => given.join('\n'),
    ({ given }) => same(given.join(', ')),
    { vi: `${AGAIN.vi} trên cùng một thư mục`, en: `${AGAIN.en} on one folder` },
  ),
  {
    of: ({ folder, files, periods }) => JSON.stringify([folder, files, periods]),
    text: (a, b) => ({
      vi: `${a.file} và ${b.file} kiểm tra hai trạng thái khác nhau của thư mục: có tệp khác tên hoặc khác nội dung; ${AGAIN.vi} trên cùng một commit`,
      en: `${a.file} and ${b.file} saw the folder in two states: names or contents of files differ; ${AGAIN.en} on one commit`,
    }),
  },
];

export const notJoined = {
  differing: DIFFERENCES,
  twice: (a: string, b: string, shard: ShareHead['shard']): UsageError =>
    new UsageError(
      a === b
        ? { vi: `--from ${a}: tệp được ghi hai lần`, en: `--from ${a}: the file is given twice` }
        : {
            vi: `${a} và ${b} cùng là phần ${shardOf(shard)}; bỏ một trong hai`,
            en: `${a} and ${b} are both share ${shardOf(shard)}; leave one of them out`,
          },
    ),
  missing: (numbers: readonly number[], of: number): UsageError => {
    const [first = 1] = numbers;
    const some = numbers.slice(0, 10).map((number) => `${number}/${of}`);
    const names = some.join(', ') + (numbers.length > some.length ? ', …' : '');
    return new UsageError({
      vi: `thiếu phần ${names}; tạo bằng dondoc check --shard ${first}/${of} --snapshot TỆP, rồi ghi đủ các phần sau --from`,
      en: `share ${names} is missing; make it with dondoc check --shard ${first}/${of} --snapshot FILE, and name all shares after --from`,
    });
  },
  withFolder: (path: string): UsageError =>
    new UsageError({
      vi: `--from thay cho thư mục báo cáo; bỏ “${path}”, hoặc bỏ --from`,
      en: `--from stands in place of the folder of reports; leave out “${path}”, or --from`,
    }),
  asOf: (theirs: Day, given: string): UsageError =>
    new UsageError({
      vi: `các phần tính đến ${theirs}, không phải ${given}; bỏ --as-of, hoặc ${AGAIN.vi} với --as-of ${given}`,
      en: `the shares are as of ${theirs}, not ${given}; leave --as-of out, or ${AGAIN.en} with --as-of ${given}`,
    }),
  period: (theirs: string | undefined, given: string): UsageError =>
    new UsageError({
      vi: `các phần đã kiểm tra với ${periodOf(theirs).vi}, không phải ${given}; bỏ --period, hoặc ${AGAIN.vi} với --period ${given}`,
      en: `the shares were checked with ${periodOf(theirs).en}, not ${given}; leave --period out, or ${AGAIN.en} with --period ${given}`,
    }),
  settingsHere: new UsageError({
    vi: `các phần theo cấu hình khác với ở đây (dondoc.yaml, --filed-by); ghép trong thư mục có cùng dondoc.yaml, hoặc ${AGAIN.vi}`,
    en: `the shares go by other settings than here (dondoc.yaml, --filed-by); join them beside the same dondoc.yaml, or ${AGAIN.en}`,
  }),
  planHere: (share: ShareHead, plan: Plan): UsageError => {
    const [theirs, here] = [planOf(share), planOf({ ...plan, plan: plan.number })];
    return new UsageError({
      vi: `các phần theo ${theirs.vi}, còn ở đây là ${here.vi}; ghép với cùng một --plan, hoặc ${AGAIN.vi}`,
      en: `the shares are on ${theirs.en}, and here is ${here.en}; join them with the same --plan, or ${AGAIN.en}`,
    });
  },
};
