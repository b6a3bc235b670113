import type { Text } from '../lang.ts';

/** What `--help` says of verbs, arguments and options. */
export const help = {
  program: {
    vi: 'Kiểm tra báo cáo thực hiện kế hoạch: nội dung nào quá hạn, chưa báo cáo, nộp muộn hoặc chưa đủ tin cậy.',
    en: 'Checks the reports that follow a government action plan: what is overdue, unreported, late or not believable.',
  },
  check: { vi: 'kiểm tra các tệp báo cáo và liệt kê phát hiện', en: 'check report files and list the findings' },
  summary: { vi: 'in bảng tổng hợp cho cuộc họp', en: 'print the table for a meeting' },
  plan: { vi: 'xem kế hoạch hoặc kiểm tra chính kế hoạch', en: 'show the plan, or check the plan itself' },
  planShow: { vi: 'in kế hoạch (bản cập nhật)', en: 'print the consolidated plan' },
  planCheck: {
    vi: 'kiểm tra dữ liệu kế hoạch so với văn bản đã ký',
    en: 'check the plan data against the signed text',
  },
  planHistory: {
    vi: 'các phiên bản của kế hoạch: văn bản nào, thay đổi gì, liên quan đến ai',
    en: 'the versions of the plan: by which document, what changed, who is affected',
  },
  planDiff: {
    vi: 'hai phiên bản (hoặc hai ngày) khác nhau ở nhiệm vụ nào, điểm nào',
    en: 'what differs between two versions or days, by task and field',
  },
  planRelease: {
    vi: 'ghi dấu vân tay của các phiên bản mới vào versions.yaml',
    en: 'record the fingerprint of each new version in versions.yaml',
  },
  versionOrDay: { vi: 'phiên bản (3.0.0) hoặc ngày (2025-03-01)', en: 'a version (3.0.0) or a day (2025-03-01)' },
  template: { vi: 'tạo mẫu báo cáo cho từng cơ quan', en: 'make a report to fill in for each body' },
  proposals: {
    vi: 'tập hợp đề xuất sửa đổi, bổ sung kế hoạch của các đơn vị, theo nhiệm vụ',
    en: 'gather the changes to the plan that departments ask for, by task',
  },
  draft: {
    vi: 'soạn dự thảo Word: báo cáo tổng hợp, báo cáo gửi cấp trên, công văn đôn đốc',
    en: 'draft Word papers: the consolidated report, the one to the government, letters of reminder',
  },
  draftReport: {
    vi: 'dự thảo báo cáo tổng hợp của cơ quan đầu mối',
    en: 'draft the coordinator’s consolidated report (in Vietnamese)',
  },
  draftGovernmentReport: {
    vi: 'dự thảo báo cáo của cơ quan ban hành kế hoạch gửi cấp trên',
    en: 'draft the report of the plan’s issuer to the government (in Vietnamese)',
  },
  draftLetter: {
    vi: 'dự thảo công văn đôn đốc gửi từng đơn vị còn nợ báo cáo, nhiệm vụ, kèm biểu mẫu',
    en: 'draft a letter to each body that owes reports or tasks, with its form (in Vietnamese)',
  },
  draftPeriod: {
    vi: 'kỳ báo cáo (mặc định: kỳ đến hạn gần nhất)',
    en: 'the period (default: the latest one due)',
  },
  letterReports: {
    vi: 'thư mục báo cáo (dùng được nhiều lần; mặc định: thư mục ghi trong dondoc.yaml, hoặc reports/)',
    en: 'folder of reports (may be repeated; default: the one in dondoc.yaml, or reports/)',
  },
  letterIssuer: {
    vi: 'cơ quan ký công văn (mặc định: theo papers.yaml, hoặc cơ quan đầu mối)',
    en: 'who issues the letter (default: as papers.yaml has it, or the coordinator)',
  },
  letterTogether: {
    vi: 'một công văn gửi chung, có phụ lục từng đơn vị',
    en: 'one letter to all, with an annex of who owes what',
  },
  letterFolder: {
    vi: 'thư mục ghi công văn và biểu mẫu; tệp đã có được giữ nguyên (không có -o thì in ra màn hình)',
    en: 'folder for letters and forms; files that exist are left alone (without -o, shown on the screen)',
  },
  annotate: {
    vi: 'ghi kết quả kiểm tra vào bản sao của tệp Excel đã nộp: ghi chú ở ô sai và trang “Kết quả kiểm tra”',
    en: 'copy workbooks with what was found: a note at each faulty cell and a sheet “Check results”',
  },
  annotateFolder: { vi: 'thư mục cho bản có chú thích', en: 'folder for the annotated copies' },
  convert: {
    vi: 'chuyển báo cáo giữa Excel, YAML và JSON, hoặc từ phông cũ sang Unicode (tệp mới, tệp gốc giữ nguyên)',
    en: 'copy reports between Excel, YAML and JSON, or from old fonts into Unicode; originals stay as they are',
  },
  convertTo: {
    vi: 'dạng cần có (mặc định: giữ dạng cũ, chỉ chuyển mã chữ)',
    en: 'the format wanted (default: the same, for a copy in Unicode)',
  },
  convertFolder: {
    vi: 'thư mục cho bản mới (mặc định: cạnh tệp gốc)',
    en: 'folder for the copies (default: beside the originals)',
  },
  explain: {
    vi: 'giải thích một quy tắc, một nhiệm vụ, hoặc một con số của bảng tổng hợp đến từng dòng báo cáo',
    en: 'explain a rule, a task, or a number of the tables down to each entry',
  },
  init: {
    vi: 'lập kho báo cáo: cấu hình, kế hoạch, mẫu của từng cơ quan, CI, hướng dẫn',
    en: 'set up a repository of reports: settings, plan, templates, CI, a README',
  },
  initFolder: {
    vi: 'thư mục của kho (mặc định: thư mục hiện tại); tệp đã có được giữ nguyên',
    en: 'its folder (default: here); files that are there are left alone',
  },
  initPeriod: {
    vi: 'kỳ của các mẫu (mặc định: kỳ hiện nay)',
    en: 'the period of the templates (default: the present)',
  },
  initCi: { vi: 'CI ở đâu', en: 'where its CI runs' },
  initPinned: {
    vi: 'không chép kế hoạch vào kho, chỉ ghi số kế hoạch; dùng bản đi kèm phiên bản dondoc ghi trong CI',
    en: 'name the plan by its number instead of copying it: the one that comes with the dondoc of the CI',
  },
  baseline: {
    vi: 'ghi nhận các phát hiện đã có từ trước để chỉ xét phát hiện mới, đến một ngày',
    en: 'record the findings of today, so that until a day only new ones count',
  },
  config: {
    vi: 'in các thiết lập đang có hiệu lực và nguồn của từng giá trị',
    en: 'print the settings in force, and where each value comes from',
  },
  baselineOption: {
    vi: 'tệp ghi nhận (mặc định: dondoc-baseline.yaml cạnh dondoc.yaml)',
    en: 'the baseline (default: dondoc-baseline.yaml beside dondoc.yaml)',
  },
  baselineFile: {
    vi: 'tệp để ghi (mặc định: dondoc-baseline.yaml cạnh dondoc.yaml)',
    en: 'the file to write (default: dondoc-baseline.yaml beside dondoc.yaml)',
  },
  reason: { vi: 'lý do ghi nhận', en: 'why they are set aside' },
  recordedBy: { vi: 'người hoặc cơ quan ghi nhận', en: 'who sets them aside' },
  recordedUntil: { vi: 'hết ngày này thì phát hiện lại được tính', en: 'the last day on which they do not count' },
  prune: { vi: 'bỏ ra khỏi tệp những phát hiện không còn', en: 'take out what is found no more' },
  filedBy: {
    vi: 'git: đối chiếu ngày ghi trong báo cáo với ngày tệp vào nhánh chính của kho git; report: không đối chiếu',
    en: 'git: hold the day that a report gives against the day its file reached the main branch; report: do not',
  },
  changed: {
    vi: 'chỉ xét báo cáo thay đổi so với nhánh hay commit này (mặc định: nhánh chính của origin); các báo cáo khác vẫn được đọc để đối chiếu',
    en: 'only reports that changed since this branch or commit (default: origin’s main branch); the others are read too',
  },
  stdin: {
    vi: 'đọc một báo cáo đang soạn từ đầu vào chuẩn',
    en: 'read one report from standard input, as an editor has it',
  },
  shard: {
    vi: 'chỉ kiểm tra phần thứ i trong n phần của thư mục (chia theo cơ quan), để nhiều máy cùng làm, ví dụ 2/4',
    en: 'check share i of n of the folder only (by bodies), so that several machines do it together, such as 2/4',
  },
  shardSnapshot: {
    vi: 'ghi kết quả của phần này ra tệp, để ghép với các phần kia bằng --from',
    en: 'write what this share came to into a file, to be joined with the others by --from',
  },
  fromShares: {
    vi: 'ghép kết quả đủ các phần (tệp do check --shard i/n --snapshot tạo ra), thay cho việc đọc thư mục',
    en: 'join all shares (files made by check --shard i/n --snapshot) instead of reading the folder',
  },
  cache: {
    vi: 'giữ kết quả để in lại ngay khi không tệp nào thay đổi (.dondoc/cache.json)',
    en: 'keep the result, to print it again at once while no file changes (.dondoc/cache.json)',
  },
  noCache: { vi: 'không dùng kết quả đã giữ', en: 'take no kept result' },
  stdinFilename: { vi: 'tên tệp của báo cáo đó', en: 'the file that it is saved as' },

  path: {
    vi: 'tệp hoặc thư mục báo cáo (mặc định: thư mục ghi trong dondoc.yaml, hoặc reports/)',
    en: 'report files or folders (default: the folder in dondoc.yaml, or reports/)',
  },
  ownerArgument: {
    vi: 'mã, tên hoặc tên viết tắt của cơ quan, nhóm (mặc định: tất cả)',
    en: 'id, name or alias of a body or group (default: all)',
  },
  about: {
    vi: 'quy tắc, nhiệm vụ, cơ quan, phần mục, văn bản viện dẫn hoặc loại (ví dụ overdue, “chưa báo cáo”); để trống: danh sách quy tắc',
    en: 'a rule, task, body, section, document or class (such as overdue); without it, the list of rules',
  },
  explainAll: {
    vi: 'mọi quy tắc, đầy đủ; --format json có cả hai ngôn ngữ',
    en: 'every rule in full; --format json has both languages',
  },
  explainSupport: {
    vi: 'cơ quan này với vai trò phối hợp (bảng summary --by support)',
    en: 'the body in its part as support (the table of summary --by support)',
  },
  planOption: {
    vi: 'số kế hoạch hoặc thư mục chứa plan.yaml',
    en: 'number of the plan, or a folder that holds plan.yaml',
  },
  period: {
    vi: 'kỳ xét: 2025, 2023..2025 hoặc all (mặc định: kỳ đến hạn gần nhất và kỳ đang mở đã có báo cáo)',
    en: 'periods: 2025, 2023..2025 or all (default: the latest due, and open ones with reports)',
  },
  templateFormat: {
    vi: 'dạng mẫu: xlsx là biểu Excel để cán bộ điền',
    en: 'form of the template: xlsx is a form to fill in in Excel',
  },
  templatePeriod: { vi: 'kỳ báo cáo của mẫu', en: 'the period to report on' },
  registerForm: {
    vi: 'tạo mẫu sổ của cơ quan đầu mối (register.yaml) thay cho mẫu báo cáo',
    en: 'make the coordinator’s register (register.yaml) instead',
  },
  asOf: { vi: 'tính đến ngày nào (mặc định: hôm nay)', en: 'the day to judge by (default: today)' },
  owner: { vi: 'chỉ xét cơ quan này (dùng được nhiều lần)', en: 'this body only (may be repeated)' },
  rule: { vi: 'chỉ xét quy tắc này (dùng được nhiều lần)', en: 'this rule only (may be repeated)' },
  failOn: { vi: 'mức phát hiện làm lệnh kết thúc với mã 1', en: 'severity from which the exit code is 1' },
  format: { vi: 'dạng kết quả', en: 'form of the output' },
  output: {
    vi: 'ghi ra tệp thay vì màn hình (dùng được nhiều lần; “-” là màn hình); không có --format thì dạng theo đuôi tệp',
    en: 'write to a file instead of the screen (may be repeated; “-” is the screen); without --format its ending tells the form',
  },
  folder: {
    vi: 'thư mục ghi mẫu; tệp đã có được giữ nguyên',
    en: 'folder for the templates; files that exist are left alone',
  },
  from: { vi: 'báo cáo các kỳ trước để chuyển tiếp nội dung', en: 'earlier reports to carry over from' },
  by: { vi: 'mỗi dòng của bảng là', en: 'a line of the table is' },
  sort: {
    vi: 'thứ tự các dòng: theo kế hoạch, theo tên, hoặc theo số lượt từ nhiều đến ít',
    en: 'order of the lines: the plan’s, by name, or by a number from the greatest',
  },
  class: {
    vi: 'chỉ những lượt thuộc loại này, ví dụ overdue hoặc “chưa báo cáo” (dùng được nhiều lần)',
    en: 'rows of this class only, such as overdue (may be repeated)',
  },
  section: {
    vi: 'chỉ phần, mục này, ví dụ II.3 (dùng được nhiều lần)',
    en: 'this section only, such as II.3 (may be repeated)',
  },
  compareTo: {
    vi: 'thêm những gì đã thay đổi từ ngày này, hoặc từ ảnh chụp ở tệp này',
    en: 'add what has changed since this day, or since the snapshot in this file',
  },
  until: {
    vi: 'thêm việc đến hạn, quá hạn từ nay đến ngày này (ngày họp tới), theo cơ quan; lịch .ics không có tham số này thì lấy một năm',
    en: 'add what falls due from now until this day (the next meeting), by body; without it an .ics calendar looks a year ahead',
  },
  snapshot: {
    vi: 'ghi ảnh chụp sổ theo dõi ra tệp, để lần sau dùng --compare-to',
    en: 'write a snapshot of the ledger to a file, for --compare-to next time',
  },
  lang: { vi: 'ngôn ngữ in ra (mặc định: ngôn ngữ của kế hoạch)', en: 'language of the output (default: the plan’s)' },
  color: { vi: 'luôn dùng màu', en: 'always use colour' },
  noColor: { vi: 'không dùng màu', en: 'never use colour' },
  quiet: { vi: 'chỉ in dòng tổng hợp và danh sách chưa báo cáo', en: 'only the summary line and who has not reported' },
  limit: { vi: 'in đầy đủ nhiều nhất chừng này phát hiện', en: 'show at most so many findings in full' },
  completion: {
    vi: 'in tập lệnh để shell tự điền lệnh, tùy chọn và giá trị khi bấm Tab',
    en: 'print a script with which a shell completes verbs, options and values',
  },
  shell: { vi: 'shell đang dùng', en: 'the shell' },
  help: { vi: 'xem hướng dẫn', en: 'show help' },
  version: { vi: 'xem phiên bản', en: 'show the version' },
} satisfies Record<string, Text>;

export const headings: Readonly<Record<string, Text>> = {
  'Usage:': { vi: 'Cách dùng:', en: 'Usage:' },
  'Arguments:': { vi: 'Tham số:', en: 'Arguments:' },
  'Options:': { vi: 'Tùy chọn:', en: 'Options:' },
  'Commands:': { vi: 'Lệnh:', en: 'Commands:' },
};

export const usageWords = {
  options: { vi: '[tùy chọn]', en: '[options]' },
  command: { vi: '[lệnh]', en: '[command]' },
} satisfies Record<string, Text>;

export const exitCodes: Text = {
  vi: 'Mã kết thúc: 0 không có phát hiện từ mức --fail-on trở lên; 1 có phát hiện; 2 sai cách dùng, cấu hình, không có tệp, kế hoạch hỏng; 3 lỗi nội bộ hoặc không ghi được kết quả.',
  en: 'Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 usage, settings, no file, broken plan; 3 internal error, or output that could not be written.',
};

/** Commander's complaints, by its code. `word` is what was written, `near` what was probably meant. */
export const complaints: Readonly<Record<string, Readonly<Record<'vi' | 'en', (word: string) => string>>>> = {
  'commander.unknownOption': { vi: (word) => `không có tùy chọn ${word}`, en: (word) => `unknown option ${word}` },
  'commander.unknownCommand': { vi: (word) => `không có lệnh “${word}”`, en: (word) => `unknown command “${word}”` },
  'commander.optionMissingArgument': {
    vi: (word) => `tùy chọn ${word} cần một giá trị`,
    en: (word) => `option ${word} needs a value`,
  },
  'commander.missingMandatoryOptionValue': {
    vi: (word) => `thiếu tùy chọn bắt buộc ${word}`,
    en: (word) => `required option ${word} is missing`,
  },
  'commander.missingArgument': { vi: (word) => `thiếu tham số ${word}`, en: (word) => `argument ${word} is missing` },
  'commander.excessArguments': { vi: () => 'thừa tham số', en: () => 'too many arguments' },
  'commander.invalidArgument': {
    vi: (word) => `giá trị không hợp lệ: ${word}`,
    en: (word) => `not a valid value: ${word}`,
  },
  'commander.help': {
    vi: () =>
      'thiếu lệnh con: plan show, check, history, diff hoặc release; draft report, government-report hoặc letter',
    en: () =>
      'another word is missing: plan show, check, history, diff or release; draft report, government-report or letter',
  },
  'commander.conflictingOption': {
    vi: (word) => `tùy chọn ${word} không dùng cùng nhau được`,
    en: (word) => `options that exclude each other: ${word}`,
  },
};
export const seeHelp: Text = { vi: 'Xem hướng dẫn: dondoc --help', en: 'For help: dondoc --help' };
export const internal: Text = {
  vi: 'Lỗi nội bộ của dondoc, không phải lỗi của báo cáo. Xin gửi nguyên văn thông báo này cho người bảo trì.',
  en: 'An internal error of dondoc, not a fault of your files. Please send this message to the maintainers as it is.',
};
