// Made by tools/generate.js from schemas/. Change the schema, not this file.

/**
 * Kết quả của dondoc check --format json và dondoc plan check --format json.
 *
 * What dondoc check --format json and dondoc plan check --format json print.
 */
export interface FindingsFile {
  /**
   * Tên của lược đồ này.
   *
   * The name of this schema.
   */
  schema: 'urn:dondoc:schema:findings';
  /**
   * Công cụ và phiên bản.
   *
   * Tool and version.
   */
  tool?: string;
  /**
   * Số, ký hiệu kế hoạch; null khi tệp kế hoạch hỏng.
   *
   * Number of the plan; null where its files are too faulty.
   */
  plan: string | null;
  /**
   * Phiên bản kế hoạch.
   *
   * Version of the plan.
   */
  version: string | null;
  /**
   * Dấu nội dung của kế hoạch.
   *
   * Fingerprint of the plan's content.
   */
  fingerprint?: string | null;
  /**
   * Tính đến ngày.
   *
   * The day judged by.
   */
  asOf: string | null;
  /**
   * Các kỳ được xét.
   *
   * The periods judged.
   */
  periods: string[];
  /**
   * Số lượng.
   *
   * Counts.
   */
  summary: {
    /**
     * Số tệp đã đọc.
     *
     * Files read.
     */
    files: number;
    /**
     * Số tệp là báo cáo của kế hoạch này, đúng cơ quan và kỳ.
     *
     * Files that are reports on this plan by a known body for a known period.
     */
    reports: number;
    /**
     * Số lỗi.
     *
     * Errors.
     */
    errors: number;
    /**
     * Số cảnh báo.
     *
     * Warnings.
     */
    warnings: number;
    /**
     * Số lưu ý.
     *
     * Information.
     */
    infos: number;
  };
  /**
   * Danh mục phát hiện đã ghi nhận, nếu có.
   *
   * The baseline, where there is one.
   */
  baseline?: {
    /**
     * Tệp ghi nhận.
     *
     * Its file.
     */
    file: string;
    /**
     * Ngày hết hạn.
     *
     * The last day on which it holds.
     */
    until: string;
    /**
     * Đã hết hạn: mọi phát hiện đều được tính.
     *
     * Its day has passed: every finding counts.
     */
    expired: boolean;
    /**
     * Số phát hiện đã ghi nhận, không có trong findings.
     *
     * Recorded findings, which are not among findings.
     */
    known: number;
    /**
     * Những phát hiện đã ghi nhận nay không còn, cần bỏ ra.
     *
     * What was recorded and is found no more, to be taken out.
     */
    fixed: {}[];
  };
  /**
   * Các phát hiện, xếp theo tệp, dòng, cột, mã.
   *
   * The findings, sorted by file, line, column, code.
   */
  findings: {
    /**
     * Mã quy tắc.
     *
     * Code of the rule.
     */
    code: string;
    /**
     * Tên quy tắc.
     *
     * Name of the rule.
     */
    name: string;
    /**
     * Mức: error (lỗi), warning (cảnh báo), info (lưu ý).
     *
     * Severity.
     */
    severity: 'error' | 'warning' | 'info';
    /**
     * Câu thông báo theo ngôn ngữ đã chọn.
     *
     * The sentence, in the chosen language.
     */
    message: string;
    /**
     * Tệp, tính từ thư mục làm việc.
     *
     * File, from the working folder.
     */
    file: string;
    /**
     * Dòng, từ 1.
     *
     * Line, from 1.
     */
    line: number;
    /**
     * Cột, từ 1, đếm theo đơn vị UTF-16.
     *
     * Column, from 1, in UTF-16 units.
     */
    column: number;
    /**
     * Cột ngay sau giá trị, nếu cùng dòng.
     *
     * Column after the value, where it ends on the same line.
     */
    endColumn?: number;
    /**
     * Trang tính, trong tệp Excel.
     *
     * Sheet, in a workbook.
     */
    sheet?: string;
    /**
     * Ô, ví dụ F17.
     *
     * Cell, such as F17.
     */
    cell?: string;
    /**
     * Tiêu đề cột hoặc nhãn của ô.
     *
     * Heading of the column or label of the cell.
     */
    title?: string;
    /**
     * Mã cơ quan.
     *
     * Id of the body.
     */
    owner?: string;
    /**
     * Mã nhiệm vụ.
     *
     * Id of the task.
     */
    task?: string;
    /**
     * Kỳ báo cáo.
     *
     * Period.
     */
    period?: string;
    /**
     * Các giá trị dùng trong câu thông báo.
     *
     * The values that the sentence is made of.
     */
    data: {};
    /**
     * Các chỗ liên quan.
     *
     * Other places that matter.
     */
    related: Place[];
  }[];
}
export interface Place {
  /**
   * Tệp.
   *
   * File.
   */
  file: string;
  /**
   * Dòng.
   *
   * Line.
   */
  line: number;
  /**
   * Cột.
   *
   * Column.
   */
  column: number;
  /**
   * Cột ngay sau giá trị.
   *
   * Column after the value.
   */
  endColumn?: number;
  /**
   * Trang tính, trong tệp Excel.
   *
   * Sheet, in a workbook.
   */
  sheet?: string;
  /**
   * Ô, ví dụ F17.
   *
   * Cell, such as F17.
   */
  cell?: string;
  /**
   * Tiêu đề cột hoặc nhãn của ô.
   *
   * Heading of the column or label of the cell.
   */
  title?: string;
}

export type Line = Figures & {
  /**
   * Mã của dòng.
   *
   * Id of the line.
   */
  id: string;
  /**
   * Tên của dòng.
   *
   * Label of the line.
   */
  label: string;
  /**
   * Mã của nhóm; trống nếu không thuộc nhóm nào.
   *
   * Id of its group; empty where it has none.
   */
  group: string;
};
export type Group = Figures & {
  /**
   * Mã của dòng.
   *
   * Id of the line.
   */
  id: string;
  /**
   * Tên của dòng.
   *
   * Label of the line.
   */
  label: string;
};
export type Counts = Figures;

/**
 * Kết quả của dondoc summary --format json: sổ theo dõi và các bảng lập từ sổ.
 *
 * What dondoc summary --format json prints: the ledger and the tables made from it.
 */
export interface SummaryFile {
  /**
   * Tên của lược đồ này.
   *
   * The name of this schema.
   */
  schema: 'urn:dondoc:schema:summary';
  /**
   * Công cụ và phiên bản.
   *
   * Tool and version.
   */
  tool?: string;
  /**
   * Số, ký hiệu kế hoạch.
   *
   * Number of the plan.
   */
  plan: string;
  /**
   * Phiên bản kế hoạch.
   *
   * Version of the plan.
   */
  version: string;
  /**
   * Dấu nội dung của kế hoạch.
   *
   * Fingerprint of the plan's content.
   */
  fingerprint?: string;
  /**
   * Tính đến ngày.
   *
   * The day judged by.
   */
  asOf: string;
  /**
   * Các kỳ được xét.
   *
   * The periods judged.
   */
  periods: string[];
  /**
   * Phạm vi đã chọn; null là không giới hạn.
   *
   * What the rows are narrowed to; null narrows nothing.
   */
  selection: {
    /**
     * Mã các cơ quan.
     *
     * Ids of bodies.
     */
    owners: string[] | null;
    /**
     * Các loại.
     *
     * Classes and other figures.
     */
    figures: string[] | null;
    /**
     * Các phần, mục.
     *
     * Sections.
     */
    sections: string[] | null;
  };
  /**
   * Số tệp.
   *
   * Files.
   */
  files: {
    /**
     * Số tệp đã đọc.
     *
     * Files read.
     */
    read: number;
    /**
     * Số báo cáo nhận ra.
     *
     * Reports recognised.
     */
    reports: number;
    /**
     * Số tệp không đọc được.
     *
     * Files that could not be read.
     */
    refused: number;
  };
  /**
   * Báo cáo phải nộp của các kỳ đã đến hạn.
   *
   * Reports owed for the periods that are due.
   */
  filings: {
    /**
     * Đã nộp, được tính.
     *
     * Filed and counted.
     */
    filed: number;
    /**
     * Phải nộp.
     *
     * Owed.
     */
    owed: number;
  };
  /**
   * Sổ theo dõi: mỗi nhiệm vụ, cơ quan chủ trì và kỳ một dòng.
   *
   * The ledger: a row for each task, lead body and period.
   */
  rows: SnapshotRow[];
  /**
   * Các bảng tổng hợp.
   *
   * The tables.
   */
  tables: {
    owner: Table;
    section: Table;
    task: Table;
    reference: Table;
    support: Table;
    period: Table;
  };
  /**
   * Các danh sách.
   *
   * The lists.
   */
  lists: {
    /**
     * Quá hạn: thứ tự trong rows, từ 0.
     *
     * Overdue: indexes into rows, from 0.
     */
    overdue: number[];
    /**
     * Chưa báo cáo: thứ tự trong rows, từ 0.
     *
     * Unreported: indexes into rows, from 0.
     */
    unreported: number[];
    /**
     * Sắp đến hạn: thứ tự trong rows, từ 0.
     *
     * Due soon: indexes into rows, from 0.
     */
    dueSoon: number[];
  };
  /**
   * So với lần trước; null nếu không so sánh.
   *
   * Against an earlier day; null where nothing is compared.
   */
  changes: {
    /**
     * So với ngày nào.
     *
     * The earlier day.
     */
    since: string;
    /**
     * Phiên bản kế hoạch khi đó.
     *
     * The plan's version then.
     */
    version: string;
    /**
     * Mới hoàn thành: thứ tự trong rows.
     *
     * Newly completed: indexes into rows.
     */
    completed: number[];
    /**
     * Mới quá hạn: thứ tự trong rows.
     *
     * Newly overdue: indexes into rows.
     */
    overdue: number[];
    /**
     * Mới có báo cáo: thứ tự trong rows.
     *
     * Newly reported: indexes into rows.
     */
    reported: number[];
    /**
     * Bị lùi lại.
     *
     * Moved back.
     */
    movedBack: {
      /**
       * Thứ tự trong rows.
       *
       * Index into rows.
       */
      row: number;
      /**
       * Loại khi đó.
       *
       * Its class then.
       */
      class:
        | 'completed-on-time'
        | 'completed-late'
        | 'in-term'
        | 'overdue'
        | 'ongoing'
        | 'none-arisen'
        | 'unreported'
        | 'not-due'
        | 'waived';
      /**
       * Trạng thái khi đó.
       *
       * Its status then.
       */
      status: 'not-started' | 'in-progress' | 'submitted' | 'completed' | 'blocked' | 'none-arisen' | null;
    }[];
  } | null;
  /**
   * Việc đến hạn trước ngày họp tới; null nếu không hỏi.
   *
   * What falls due until the next meeting; null where it was not asked.
   */
  upcoming: {
    /**
     * Đến ngày nào.
     *
     * The last day.
     */
    until: string;
    /**
     * Theo thứ tự ngày.
     *
     * By day.
     */
    items: {
      /**
       * work: công việc; report: nộp báo cáo.
       *
       * Work, or a report to file.
       */
      kind: 'work' | 'report';
      /**
       * Mã cơ quan.
       *
       * Id of the body.
       */
      owner: string;
      /**
       * Hạn; quá hạn từ ngày hôm sau.
       *
       * The last day in time.
       */
      day: string;
      /**
       * Kỳ báo cáo.
       *
       * Period.
       */
      period: string;
      /**
       * Mã nhiệm vụ; null với việc nộp báo cáo.
       *
       * Task; null for a report.
       */
      task: string | null;
      /**
       * Mốc theo dõi tự đặt, không làm thành quá hạn.
       *
       * An assumed tracking date, which makes nothing overdue.
       */
      tracked: boolean;
    }[];
  } | null;
  /**
   * Chỉ tiêu của kế hoạch qua các kỳ.
   *
   * The plan's indicators over the periods.
   */
  indicators: {
    /**
     * Mã nhiệm vụ.
     *
     * Task.
     */
    task: string;
    /**
     * Mã chỉ tiêu.
     *
     * Id of the indicator.
     */
    id: string;
    /**
     * Tên chỉ tiêu.
     *
     * Name.
     */
    name: string;
    /**
     * Đơn vị tính.
     *
     * Unit.
     */
    unit: string | null;
    /**
     * Mức kế hoạch nêu.
     *
     * The figure in the plan.
     */
    target: number;
    /**
     * Văn bản ghi “khoảng”.
     *
     * The text says about.
     */
    approximate: boolean;
    /**
     * Số đã báo cáo.
     *
     * What was reported.
     */
    values: {
      /**
       * Mã cơ quan.
       *
       * Id of the body.
       */
      owner: string;
      /**
       * Kỳ báo cáo.
       *
       * Period.
       */
      period: string;
      /**
       * Giá trị.
       *
       * The value.
       */
      value: number;
      /**
       * Tăng, giảm so với số báo cáo trước của cơ quan đó.
       *
       * Change from the figure that the body reported before.
       */
      change: number | null;
      place: Place;
    }[];
  }[];
  /**
   * Từng cơ quan qua từng kỳ, từ kỳ đầu của kế hoạch.
   *
   * Each body over each period, from the plan's first.
   */
  grid: {
    /**
     * Các kỳ.
     *
     * The periods.
     */
    periods: string[];
    /**
     * Các cơ quan.
     *
     * The bodies.
     */
    lines: {
      /**
       * Mã cơ quan.
       *
       * Id of the body.
       */
      owner: string;
      /**
       * Số liệu theo thứ tự kỳ; null nếu không có lượt nào.
       *
       * Counts in the order of the periods; null where there are no rows.
       */
      cells: (Counts | null)[];
    }[];
  };
}
export interface SnapshotRow {
  /**
   * Mã nhiệm vụ.
   *
   * Task.
   */
  task: string;
  /**
   * Mã cơ quan hiện đang giữ nhiệm vụ.
   *
   * The body that has the task today.
   */
  owner: string;
  /**
   * Mã cơ quan chủ trì vào ngày hết hạn của kỳ.
   *
   * The body that led it on the period’s due day.
   */
  lead: string;
  /**
   * Kỳ báo cáo.
   *
   * Period.
   */
  period: string;
  /**
   * Hạn nộp báo cáo của kỳ.
   *
   * Due day of the period's report.
   */
  due: string;
  /**
   * Thời hạn của nhiệm vụ.
   *
   * Deadline of the task.
   */
  deadline?: string;
  /**
   * Hạn ban đầu, khi hạn đã được gia hạn.
   *
   * The deadline as first set, where it was extended.
   */
  signed?: string;
  /**
   * Cơ sở của thời hạn.
   *
   * Basis of the deadline.
   */
  basis?: 'stated' | 'derived' | 'event' | 'assumed';
  /**
   * Loại; mỗi lượt thuộc đúng một loại.
   *
   * Class; each obligation is in exactly one.
   */
  class:
    | 'completed-on-time'
    | 'completed-late'
    | 'in-term'
    | 'overdue'
    | 'ongoing'
    | 'none-arisen'
    | 'unreported'
    | 'not-due'
    | 'waived';
  /**
   * Vì sao chưa báo cáo.
   *
   * Why it is unreported.
   */
  reason?: 'no-file' | 'no-form' | 'unreadable' | 'no-entry' | 'wrong-id' | 'blank' | 'returned';
  /**
   * Đã quá thời hạn ràng buộc.
   *
   * A binding deadline has passed.
   */
  pastDeadline: boolean;
  /**
   * Ngày được tính là hoàn thành.
   *
   * The day that counts as completion.
   */
  completed?: string;
  /**
   * Việc miễn, khi lớp là waived.
   *
   * The waiver, with the class waived.
   */
  waiver?: {
    /**
     * Lý do.
     *
     * Reason.
     */
    reason: string;
    /**
     * Văn bản.
     *
     * The document.
     */
    document: string;
    /**
     * Ngày cuối được miễn.
     *
     * The last day of the waiver.
     */
    until?: string;
  };
  /**
   * Ý kiến thẩm định của cơ quan đầu mối.
   *
   * The coordinator’s appraisal.
   */
  appraisal?: 'accepted' | 'returned';
  /**
   * Ngày phát sinh của nhiệm vụ theo sự kiện.
   *
   * The day on which an on-event task was set going.
   */
  trigger?: string;
  /**
   * Văn bản nhận thay cho báo cáo.
   *
   * The document that came in place of a report.
   */
  letter?: string;
  place: Place;
  /**
   * Ngày dùng để xét lượt này.
   *
   * The day by which the row is judged.
   */
  judged: string;
  /**
   * Trạng thái ghi trong dòng báo cáo đã quyết định loại.
   *
   * What the entry that decided the class says.
   */
  status?: 'not-started' | 'in-progress' | 'submitted' | 'completed' | 'blocked' | 'none-arisen';
  /**
   * Kỳ của dòng báo cáo đó.
   *
   * The period of that entry.
   */
  said?: string;
}
export interface Table {
  /**
   * Các dòng.
   *
   * The lines.
   */
  lines: Line[];
  /**
   * Cộng theo nhóm (sở, ngành; địa phương; phần, mục).
   *
   * Sub-totals by group (departments, localities; parts and sections).
   */
  groups: Group[];
  total: Counts;
}
export interface Figures {
  /**
   * Số nhiệm vụ.
   *
   * Different tasks.
   */
  tasks: number;
  /**
   * Số lượt theo dõi.
   *
   * Obligations.
   */
  rows: number;
  /**
   * Số lượt theo từng loại; cộng lại bằng rows.
   *
   * Obligations by class; they sum to rows.
   */
  classes: {
    /**
     * Số lượt thuộc loại completed-on-time.
     *
     * Obligations of class completed-on-time.
     */
    'completed-on-time': number;
    /**
     * Số lượt thuộc loại completed-late.
     *
     * Obligations of class completed-late.
     */
    'completed-late': number;
    /**
     * Số lượt thuộc loại in-term.
     *
     * Obligations of class in-term.
     */
    'in-term': number;
    /**
     * Số lượt thuộc loại overdue.
     *
     * Obligations of class overdue.
     */
    overdue: number;
    /**
     * Số lượt thuộc loại ongoing.
     *
     * Obligations of class ongoing.
     */
    ongoing: number;
    /**
     * Số lượt thuộc loại none-arisen.
     *
     * Obligations of class none-arisen.
     */
    'none-arisen': number;
    /**
     * Số lượt thuộc loại unreported.
     *
     * Obligations of class unreported.
     */
    unreported: number;
    /**
     * Số lượt thuộc loại not-due.
     *
     * Obligations of class not-due.
     */
    'not-due': number;
    /**
     * Số lượt thuộc loại waived.
     *
     * Obligations of class waived.
     */
    waived: number;
  };
  /**
   * Chưa báo cáo, chưa quá hạn.
   *
   * Unreported and not past a deadline.
   */
  unreportedInTerm: number;
  /**
   * Chưa báo cáo và đã quá hạn.
   *
   * Unreported and past the deadline.
   */
  unreportedPastDeadline: number;
  /**
   * Đã hoàn thành, đúng hạn hoặc quá hạn.
   *
   * Completed, on time or late.
   */
  completed: number;
  /**
   * Quá hạn, có báo cáo và chưa báo cáo.
   *
   * Overdue, reported and unreported.
   */
  overdue: number;
  /**
   * Đã qua một thời hạn ràng buộc, hoàn thành hay chưa.
   *
   * Whose binding deadline has passed, completed or not.
   */
  due: number;
  /**
   * Đã đến hạn và hoàn thành.
   *
   * Due and completed.
   */
  completedDue: number;
  /**
   * Phần trăm hoàn thành trên tất cả.
   *
   * Percent completed, of all.
   */
  completedOfAll: number | null;
  /**
   * Phần trăm hoàn thành trên số đến hạn.
   *
   * Percent completed, of those due.
   */
  completedOfDue: number | null;
  /**
   * Số lượt đơn vị tự báo hoàn thành, kể cả bị trả lại.
   *
   * Rows reported completed, those returned included.
   */
  saidCompleted: number;
  /**
   * Trong đó được cơ quan đầu mối chấp nhận.
   *
   * Those of them that the coordinator accepted.
   */
  accepted: number;
  /**
   * Số lượt bị trả lại.
   *
   * Rows whose entry was returned.
   */
  returned: number;
}
