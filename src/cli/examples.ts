import type { Text } from '../lang.ts';

/** Examples by verb: the command line, and what it does. Most people read nothing else of the help. */
export const examples: Readonly<Record<string, readonly (readonly [string, Text])[]>> = {
  dondoc: [
    ['dondoc check bao-cao/2025', { vi: 'kiểm tra mọi báo cáo trong thư mục', en: 'check every report in a folder' }],
    ['dondoc summary bao-cao/2025', { vi: 'bảng tổng hợp cho cuộc họp', en: 'the table for a meeting' }],
    [
      'dondoc template so-cong-thuong --period 2025 -o bao-cao/2025',
      { vi: 'mẫu báo cáo để điền', en: 'a report to fill in' },
    ],
    [
      'dondoc draft letter --reports bao-cao/ -o don-doc',
      { vi: 'công văn đôn đốc gửi các đơn vị còn nợ', en: 'letters to the bodies that owe something' },
    ],
    ['dondoc explain DD201', { vi: 'quy tắc này nói gì, sửa thế nào', en: 'what a rule says, and how to fix it' }],
  ],
  check: [
    [
      'dondoc check --changed origin/main',
      { vi: 'chỉ các báo cáo thay đổi trong nhánh này', en: 'only the reports that this branch changes' },
    ],
    [
      'dondoc check bao-cao/ --period 2025 --as-of 2026-01-15',
      { vi: 'kỳ 2025, tính đến 15/01/2026', en: 'period 2025, as of 15 January 2026' },
    ],
    [
      'dondoc check bao-cao/2025/so-cong-thuong.yaml',
      { vi: 'một tệp, trước khi gửi', en: 'one file, before it is sent' },
    ],
    [
      'dondoc check bao-cao/ --owner "Sở Công Thương" --rule task-overdue',
      { vi: 'một cơ quan, một quy tắc', en: 'one body, one rule' },
    ],
    [
      'dondoc check bao-cao/ --format json -o ket-qua.json',
      { vi: 'cho chương trình khác đọc', en: 'for another program' },
    ],
    [
      'dondoc check bao-cao/ --shard 2/4 --snapshot phan-2.json',
      {
        vi: 'phần 2 trong 4, mỗi máy một phần; ghép lại: dondoc check --from phan-*.json',
        en: 'share 2 of 4, one a machine; to join them: dondoc check --from phan-*.json',
      },
    ],
  ],
  init: [
    ['dondoc init kho-bao-cao', { vi: 'kho mới, CI trên GitHub', en: 'a new repository, CI on GitHub' }],
    [
      'dondoc init --ci gitlab --period 2026',
      { vi: 'ngay tại đây, GitLab, mẫu kỳ 2026', en: 'here, GitLab, period 2026' },
    ],
  ],
  summary: [
    ['dondoc summary bao-cao/ --by section', { vi: 'theo phần, mục của kế hoạch', en: 'by section of the plan' }],
    [
      'dondoc summary bao-cao/ -o cuoc-hop.html -o cuoc-hop.xlsx',
      { vi: 'một trang để chiếu, in và một bảng Excel để lọc', en: 'a page to show and print, a workbook to filter' },
    ],
    [
      'dondoc summary --from phan-*.json -o cuoc-hop.html',
      {
        vi: 'từ các phần do dondoc check --shard i/n --snapshot tạo trên nhiều máy',
        en: 'from shares that dondoc check --shard i/n --snapshot made on many machines',
      },
    ],
    [
      'dondoc summary bao-cao/ --compare-to 2025-12-25 --until 2026-06-30',
      {
        vi: 'thay đổi từ cuộc họp trước, việc đến hạn trước cuộc họp sau',
        en: 'what changed since the last meeting, what falls due before the next',
      },
    ],
    [
      'dondoc summary bao-cao/ --format json -o so-theo-doi.json',
      { vi: 'toàn bộ sổ theo dõi', en: 'the whole ledger' },
    ],
  ],
  baseline: [
    [
      'dondoc baseline --period all --reason "Tồn từ trước" --by "Văn phòng UBND tỉnh" --until 2027-06-30',
      {
        vi: 'bắt đầu dùng, với mọi kỳ đã qua: chỉ tính phát hiện mới',
        en: 'to begin with, for all periods: only new findings count',
      },
    ],
    ['dondoc baseline --prune', { vi: 'sau khi đã xử lý một số phát hiện', en: 'when some are fixed' }],
  ],
  config: [['dondoc config', { vi: 'trước khi hỏi vì sao kết quả lại như vậy', en: 'before asking why' }]],
  history: [
    [
      'dondoc plan history --format markdown -o lich-su.md',
      { vi: 'lịch sử kế hoạch để đưa vào tờ trình', en: 'the history for a memo' },
    ],
  ],
  diff: [
    ['dondoc plan diff 2025-02-28 2025-03-01', { vi: 'trước và sau ngày sắp xếp', en: 'before and after a day' }],
    ['dondoc plan diff 1.0.0 2.0.0 --format markdown', { vi: 'giữa hai phiên bản', en: 'between two versions' }],
  ],
  show: [['dondoc plan show --format json -o ke-hoach.json', { vi: 'kế hoạch dạng JSON', en: 'the plan as JSON' }]],
  'plan check': [
    [
      'dondoc plan check --plan plan/ke-hoach',
      { vi: 'kiểm tra dữ liệu kế hoạch trong một thư mục', en: 'check the plan data in a folder' },
    ],
  ],
  template: [
    [
      'dondoc template --period 2025 --format xlsx -o bao-cao/2025',
      { vi: 'biểu Excel cho mọi cơ quan phải báo cáo', en: 'a form in Excel for every body that owes a report' },
    ],
    [
      'dondoc template so-tai-chinh so-xay-dung --period 2025 --from bao-cao/2024 -o bao-cao/2025',
      { vi: 'chuyển tiếp nội dung kỳ trước', en: 'carry over from last time' },
    ],
  ],
  proposals: [
    [
      'dondoc proposals bao-cao/ --period 2024..2025 --format markdown -o de-xuat.md',
      { vi: 'đưa vào tờ trình sửa đổi kế hoạch', en: 'for the memo on amending the plan' },
    ],
  ],
  report: [
    [
      'dondoc draft report bao-cao/ --period 2025 -o bao-cao-2025.docx',
      {
        vi: 'báo cáo tổng hợp năm 2025, bản Word để sửa',
        en: 'the consolidated report for 2025, to be edited in Word',
      },
    ],
  ],
  'government-report': [
    [
      'dondoc draft government-report bao-cao/ --period 2025 -o bao-cao-chinh-phu.docx',
      { vi: 'báo cáo của tỉnh gửi Chính phủ', en: 'the report of the province to the Government' },
    ],
  ],
  letter: [
    [
      'dondoc draft letter --reports bao-cao/ --period 2025 -o don-doc',
      {
        vi: 'mỗi đơn vị còn nợ một công văn, kèm biểu mẫu',
        en: 'a letter to each body that owes something, with its form',
      },
    ],
    [
      'dondoc draft letter so-y-te --reports bao-cao/ --issuer ubnd-tinh',
      { vi: 'xem trước công văn của UBND tỉnh gửi một sở', en: 'preview the province’s letter to one department' },
    ],
  ],
  annotate: [
    [
      'dondoc annotate bao-cao/2025/so-y-te.xlsx -o tra-lai',
      { vi: 'trả lại cho đơn vị để sửa', en: 'to send back for correction' },
    ],
  ],
  convert: [
    [
      'dondoc convert bao-cao/so-y-te.yaml --to xlsx -o gui-lai',
      { vi: 'báo cáo YAML thành biểu Excel', en: 'a YAML report as a form in Excel' },
    ],
    [
      'dondoc convert bao-cao/2025 -o bao-cao/unicode',
      { vi: 'bản Unicode của các tệp gõ bằng phông cũ', en: 'copies in Unicode of files typed in old fonts' },
    ],
  ],
  explain: [
    ['dondoc explain', { vi: 'danh sách quy tắc', en: 'the list of rules' }],
    ['dondoc explain --all --format markdown -o quy-tac.md', { vi: 'mọi quy tắc, đầy đủ', en: 'every rule in full' }],
    [
      'dondoc explain task-overdue',
      { vi: 'một quy tắc, với ví dụ chạy thật', en: 'a rule, with an example that runs' },
    ],
    [
      'dondoc explain II.3.a.4',
      { vi: 'một nhiệm vụ: nguyên văn, chủ trì, thời hạn', en: 'a task: its text, its lead, its deadline' },
    ],
    [
      'dondoc explain so-cong-thuong bao-cao/ --class overdue',
      { vi: 'một ô của bảng: từng lượt quá hạn, vì sao', en: 'a cell of the table: each row, and why' },
    ],
    [
      'dondoc explain unreported bao-cao/ --format json -o chua-bao-cao.json',
      { vi: 'một cột của bảng, cho chương trình khác', en: 'a column of the table, for another program' },
    ],
  ],
  completion: [
    [
      'dondoc completion bash > ~/.local/share/bash-completion/completions/dondoc',
      {
        vi: 'bash: chưa có thư mục thì tạo; có hiệu lực từ cửa sổ lệnh sau',
        en: 'bash: make the folder if need be; works from the next terminal on',
      },
    ],
    [
      'dondoc completion zsh > ~/.zfunc/_dondoc',
      { vi: 'zsh: một thư mục trong $fpath', en: 'zsh: a folder of $fpath' },
    ],
    ['dondoc completion fish > ~/.config/fish/completions/dondoc.fish', { vi: 'fish', en: 'fish' }],
  ],
};

export const examplesHeading: Text = { vi: 'Ví dụ:', en: 'Examples:' };
