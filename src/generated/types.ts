// Made by tools/generate.js from schemas/. Change the schema, not this file.

/**
 * Tệp amendments/*.yaml: một văn bản làm thay đổi kế hoạch từ một ngày, và những thay đổi đó.
 *
 * A file amendments/*.yaml: one instrument that changes the plan from a day on, and its changes.
 */
export interface AmendmentFile {
  instrument: InstrumentData;
  /**
   * Ngày đầu tiên kế hoạch được hiểu theo văn bản này.
   *
   * The first day on which the plan reads as this instrument says.
   */
  effective: string;
  /**
   * Phiên bản của kế hoạch kể từ ngày đó: tăng số đầu khi nghĩa vụ của một cơ quan thay đổi, số giữa khi bổ sung mà không thêm nghĩa vụ, số cuối khi chỉ đính chính.
   *
   * Version of the plan from then on: major when someone's obligation changes, minor for additions that oblige no one anew, patch for errata.
   */
  version: string;
  /**
   * Các thay đổi, mỗi mục một thay đổi; thứ tự không quan trọng.
   *
   * The changes, one an item; their order does not matter.
   *
   * @minItems 1
   */
  changes: [ChangeData, ...ChangeData[]];
}
/**
 * Văn bản làm thay đổi kế hoạch.
 *
 * The document that changes the plan.
 */
export interface InstrumentData {
  /**
   * Số, ký hiệu; bỏ trống khi chưa có văn bản trong tay.
   *
   * Number and symbol; left out where the document is not at hand.
   */
  number?: string;
  /**
   * Ngày ký.
   *
   * Day of signing.
   */
  date?: string;
  /**
   * Cơ quan ban hành.
   *
   * Issuing body.
   */
  issuer?: string;
  /**
   * Trích yếu.
   *
   * Title.
   */
  title: string;
  /**
   * false: chưa có văn bản chính thức xác nhận.
   *
   * false: no official text at hand confirms this.
   */
  confirmed?: boolean;
  /**
   * Nguồn của thông tin này.
   *
   * Where this fact comes from.
   */
  from?: string;
  /**
   * Ghi chú.
   *
   * Note.
   */
  note?: string;
}
export interface ChangeData {
  'add-task'?: NewTask;
  /**
   * Thay đổi nội dung hoặc cơ quan thực hiện của nhiệm vụ (trừ thời hạn); chuyển giao do sắp xếp bộ máy thì dùng succeed.
   *
   * Changes what a task says or who holds it (not its deadline); where bodies were reorganised, use succeed.
   */
  'change-task'?: {
    /**
     * Mã nhiệm vụ.
     *
     * Id of the task.
     */
    task: string;
    set: TaskFields;
    /**
     * false: chưa có văn bản chính thức xác nhận.
     *
     * false: no official text at hand confirms this.
     */
    confirmed?: boolean;
    /**
     * Ghi chú.
     *
     * Note.
     */
    note?: string;
  };
  /**
   * Thôi giao nhiệm vụ.
   *
   * The task is no longer asked for.
   */
  'end-task'?: {
    /**
     * Mã nhiệm vụ.
     *
     * Id of the task.
     */
    task: string;
    /**
     * Lý do.
     *
     * Reason.
     */
    reason?: string;
    /**
     * false: chưa có văn bản chính thức xác nhận.
     *
     * false: no official text at hand confirms this.
     */
    confirmed?: boolean;
    /**
     * Ghi chú.
     *
     * Note.
     */
    note?: string;
  };
  /**
   * Ấn định thời hạn cho nhiệm vụ chưa có hạn, hoặc thay hạn cũ bằng hạn khác về tính chất; lùi hạn thì dùng extend-deadline.
   *
   * Sets a deadline where there was none or one of another nature; to move a day back, use extend-deadline.
   */
  'set-deadline'?: {
    /**
     * Mã nhiệm vụ.
     *
     * Id of the task.
     */
    task: string;
    deadline: DeadlineData1;
    /**
     * false: chưa có văn bản chính thức xác nhận.
     *
     * false: no official text at hand confirms this.
     */
    confirmed?: boolean;
    /**
     * Ghi chú.
     *
     * Note.
     */
    note?: string;
  };
  /**
   * Gia hạn: hạn cũ vẫn được giữ để đối chiếu.
   *
   * An extension: the old day is kept beside the new one.
   */
  'extend-deadline'?: {
    /**
     * Mã nhiệm vụ.
     *
     * Id of the task.
     */
    task: string;
    /**
     * Hạn mới (tính trọn ngày).
     *
     * The new last day, which counts in full.
     */
    to: string;
    /**
     * Lời của văn bản gia hạn.
     *
     * The words of the extending document.
     */
    words?: string;
    /**
     * false: chưa có văn bản chính thức xác nhận.
     *
     * false: no official text at hand confirms this.
     */
    confirmed?: boolean;
    /**
     * Ghi chú.
     *
     * Note.
     */
    note?: string;
  };
  'add-owner'?: OwnerData;
  /**
   * Cơ quan chấm dứt hoạt động mà không có cơ quan kế thừa; có kế thừa thì dùng succeed.
   *
   * A body ends without successor; where there is one, use succeed.
   */
  'end-owner'?: {
    /**
     * Mã cơ quan.
     *
     * Id of the body.
     */
    owner: string;
    /**
     * Lý do.
     *
     * Reason.
     */
    reason?: string;
    /**
     * false: chưa có văn bản chính thức xác nhận.
     *
     * false: no official text at hand confirms this.
     */
    confirmed?: boolean;
    /**
     * Ghi chú.
     *
     * Note.
     */
    note?: string;
  };
  /**
   * Kế thừa do sáp nhập, chia tách, hợp nhất: việc gì của cơ quan nào chuyển về đâu.
   *
   * Succession by merger or division: which work of which bodies goes where.
   */
  succeed?: {
    /**
     * Mã các cơ quan có việc được chuyển giao. Cơ quan kết thúc khi phần còn lại của mình cũng được chuyển giao.
     *
     * Ids of the bodies whose work passes on. A body ends when its remaining work passes on too.
     *
     * @minItems 1
     */
    from: [string, ...string[]];
    /**
     * Các cơ quan tiếp nhận.
     *
     * The bodies that receive it.
     */
    to: HeirData[];
    /**
     * false: chưa có văn bản chính thức xác nhận.
     *
     * false: no official text at hand confirms this.
     */
    confirmed?: boolean;
    /**
     * Ghi chú.
     *
     * Note.
     */
    note?: string;
  };
  'add-group'?: GroupData;
  /**
   * Thêm thành viên vào nhóm.
   *
   * More members of a group.
   */
  'add-member'?: {
    /**
     * Mã nhóm.
     *
     * Id of the group.
     */
    group: string;
    /**
     * Mã cơ quan hoặc nhóm.
     *
     * Ids of bodies or groups.
     *
     * @minItems 1
     */
    members: [string, ...string[]];
    /**
     * false: chưa có văn bản chính thức xác nhận.
     *
     * false: no official text at hand confirms this.
     */
    confirmed?: boolean;
    /**
     * Ghi chú.
     *
     * Note.
     */
    note?: string;
  };
  /**
   * Bớt thành viên của nhóm.
   *
   * Members that leave a group.
   */
  'remove-member'?: {
    /**
     * Mã nhóm.
     *
     * Id of the group.
     */
    group: string;
    /**
     * Mã cơ quan hoặc nhóm.
     *
     * Ids of bodies or groups.
     *
     * @minItems 1
     */
    members: [string, ...string[]];
    /**
     * false: chưa có văn bản chính thức xác nhận.
     *
     * false: no official text at hand confirms this.
     */
    confirmed?: boolean;
    /**
     * Ghi chú.
     *
     * Note.
     */
    note?: string;
  };
  /**
   * Miễn: một cơ quan, một nhiệm vụ, một kỳ, hoặc kết hợp.
   *
   * A waiver: of a body, a task, a period, or of these together.
   */
  waive?: {
    /**
     * Mã cơ quan được miễn; để trống: mọi cơ quan.
     *
     * Id of the body; without it, every body.
     */
    owner?: string;
    /**
     * Mã nhiệm vụ được miễn; để trống: mọi nhiệm vụ.
     *
     * Id of the task; without it, every task.
     */
    task?: string;
    /**
     * Kỳ được miễn (đặt trong ngoặc kép); để trống: từ ngày có hiệu lực.
     *
     * The period (in quotes); without it, from the effective day on.
     */
    period?: string;
    /**
     * Lý do.
     *
     * Reason.
     */
    reason: string;
    /**
     * Ngày cuối cùng được miễn.
     *
     * The last day of the waiver.
     */
    until?: string;
    /**
     * false: chưa có văn bản chính thức xác nhận.
     *
     * false: no official text at hand confirms this.
     */
    confirmed?: boolean;
    /**
     * Ghi chú.
     *
     * Note.
     */
    note?: string;
  };
  'add-reference'?: ReferenceData;
  /**
   * Văn bản viện dẫn hết hiệu lực hoặc được thay thế.
   *
   * A cited document has expired or been replaced.
   */
  'change-reference'?: {
    /**
     * Số (hoặc mã) của văn bản.
     *
     * Number (or id) of the document.
     */
    reference: string;
    /**
     * Ngày cuối cùng còn hiệu lực.
     *
     * Last day in force.
     */
    expires?: string;
    /**
     * Văn bản thay thế.
     *
     * The document that replaces it.
     */
    replacedBy?: string;
    /**
     * false: chưa có văn bản chính thức xác nhận.
     *
     * false: no official text at hand confirms this.
     */
    confirmed?: boolean;
    /**
     * Ghi chú.
     *
     * Note.
     */
    note?: string;
  };
}
/**
 * Giao thêm nhiệm vụ.
 *
 * A new task.
 */
export interface NewTask {
  /**
   * Mã nhiệm vụ: vị trí trong văn bản, phần.mục.điểm.gạch, ví dụ II.3.a.4.
   *
   * Task id: its place in the text, e.g. II.3.a.4.
   */
  id: string;
  /**
   * Nguyên văn, không kể ký hiệu đầu dòng và tên cơ quan đứng trước dấu hai chấm.
   *
   * The text word for word, without the bullet or the body's name before the colon.
   */
  text: string;
  /**
   * Cơ quan hoặc nhóm chủ trì (mã khai trong owners.yaml).
   *
   * Lead bodies or groups (ids of owners.yaml).
   */
  lead: string[];
  /**
   * coordinate: chính văn bản giao cơ quan này việc phối hợp.
   *
   * coordinate: the line itself tells this body to coordinate.
   */
  as?: 'coordinate';
  /**
   * Cơ quan hoặc nhóm phối hợp; không phải nộp báo cáo cho nhiệm vụ này.
   *
   * Supporting bodies or groups; they owe nothing.
   */
  support?: string[];
  /**
   * Cơ quan ngoài phạm vi kế hoạch mà văn bản nhắc đến.
   *
   * Outside bodies that the text names.
   */
  partners?: string[];
  /**
   * Loại: deliverable (có sản phẩm), ongoing (thường xuyên), recurring (định kỳ), on-event (khi có sự kiện hoặc yêu cầu).
   *
   * Kind of task.
   */
  kind: 'deliverable' | 'ongoing' | 'recurring' | 'on-event';
  /**
   * Trả lời bằng: entry (một dòng báo cáo, mặc định), report (chính việc nộp báo cáo), none (không phải báo cáo).
   *
   * Answered by an entry (default), by filing the report itself, or not at all.
   */
  answeredBy?: 'entry' | 'report' | 'none';
  /**
   * true: nhiệm vụ là tham mưu, trình; ngày hoàn thành là ngày trình.
   *
   * true: the task is to submit something; the day of submission counts as completion.
   */
  submits?: boolean;
  /**
   * Sản phẩm phải có, theo thứ tự văn bản.
   *
   * What the task must yield, in the order of the text.
   */
  products?: {
    /**
     * Tên sản phẩm.
     *
     * Name of the product.
     */
    title: string;
    /**
     * Văn bản mà sản phẩm này thực hiện, sửa đổi hoặc thay thế.
     *
     * Documents that this product implements, amends or replaces.
     */
    references?: Citation[];
  }[];
  /**
   * Văn bản viện dẫn của nhiệm vụ.
   *
   * Documents that the task cites.
   */
  references?: Citation[];
  deadline?: DeadlineData;
  /**
   * Chỉ tiêu bằng số mà văn bản nêu.
   *
   * A figure that the text gives.
   */
  indicator?: {
    /**
     * Mã chỉ tiêu.
     *
     * Id of the indicator.
     */
    id: string;
    /**
     * Tên chỉ tiêu.
     *
     * Name of the indicator.
     */
    name: string;
    /**
     * Đơn vị tính.
     *
     * Unit.
     */
    unit?: string;
    /**
     * Mức văn bản nêu.
     *
     * The figure in the text.
     */
    target: number;
    /**
     * Đạt khi: không thấp hơn, không cao hơn, hoặc đúng bằng mức này.
     *
     * Met when at least, at most or exactly the target.
     */
    direction?: 'at-least' | 'at-most' | 'exactly';
    /**
     * true: văn bản ghi khoảng; chỉ để thông tin, không phải ngưỡng.
     *
     * true: the text says about; information, never a threshold.
     */
    approximate?: boolean;
    /**
     * Lời của văn bản.
     *
     * The words of the text.
     */
    words?: string;
  };
  /**
   * false: chưa có văn bản chính thức xác nhận.
   *
   * false: no official text at hand confirms this.
   */
  confirmed?: boolean;
  /**
   * Ghi chú của người biên soạn.
   *
   * The encoder's note.
   */
  note?: string;
}
export interface Citation {
  /**
   * Số (hoặc mã, nếu văn bản không có số) của văn bản khai trong references.yaml.
   *
   * Number (or id) of a document declared in references.yaml.
   */
  ref: string;
  /**
   * Quan hệ: implements (thực hiện), amends (sửa đổi, bổ sung), replaces (thay thế), cites (nhắc đến).
   *
   * How it stands to that document.
   */
  relation: 'implements' | 'amends' | 'replaces' | 'cites';
}
/**
 * Thời hạn: một ngày (date), hoặc một ngày trong mỗi kỳ (each); hạn theo sự kiện thì chưa có ngày.
 *
 * Deadline: one day (date) or a day in each period (each); none yet for an event.
 */
export interface DeadlineData {
  /**
   * Ngày hết hạn (tính trọn ngày).
   *
   * The last day, which counts in full.
   */
  date?: string;
  /**
   * Hạn trong mỗi kỳ, tính như hạn nộp báo cáo.
   *
   * Deadline in each period, counted like the reports' due day.
   */
  each?: {
    /**
     * Số tháng tính từ tháng cuối của kỳ.
     *
     * Months after the last month of the period.
     */
    month: number;
    /**
     * Ngày trong tháng đó.
     *
     * Day of that month.
     */
    day: number;
  };
  /**
   * Cơ sở của hạn: stated (văn bản ghi rõ), derived (suy ra từ văn bản), event (tính từ một sự kiện), assumed (mốc theo dõi tự đặt).
   *
   * Basis of the date: stated, derived, event or assumed.
   */
  basis: 'stated' | 'derived' | 'event' | 'assumed';
  /**
   * Lời của văn bản làm cơ sở.
   *
   * The words of the text it rests on.
   */
  words?: string;
  /**
   * Cách suy ra.
   *
   * How it was derived.
   */
  note?: string;
}
/**
 * Các trường có giá trị mới, ghi trọn giá trị.
 *
 * The fields with new values, each given whole.
 */
export interface TaskFields {
  /**
   * Nguyên văn, không kể ký hiệu đầu dòng và tên cơ quan đứng trước dấu hai chấm.
   *
   * The text word for word, without the bullet or the body's name before the colon.
   */
  text?: string;
  /**
   * Cơ quan hoặc nhóm chủ trì (mã khai trong owners.yaml).
   *
   * Lead bodies or groups (ids of owners.yaml).
   */
  lead?: string[];
  /**
   * coordinate: chính văn bản giao cơ quan này việc phối hợp.
   *
   * coordinate: the line itself tells this body to coordinate.
   */
  as?: 'coordinate';
  /**
   * Cơ quan hoặc nhóm phối hợp; không phải nộp báo cáo cho nhiệm vụ này.
   *
   * Supporting bodies or groups; they owe nothing.
   */
  support?: string[];
  /**
   * Cơ quan ngoài phạm vi kế hoạch mà văn bản nhắc đến.
   *
   * Outside bodies that the text names.
   */
  partners?: string[];
  /**
   * Loại: deliverable (có sản phẩm), ongoing (thường xuyên), recurring (định kỳ), on-event (khi có sự kiện hoặc yêu cầu).
   *
   * Kind of task.
   */
  kind?: 'deliverable' | 'ongoing' | 'recurring' | 'on-event';
  /**
   * Trả lời bằng: entry (một dòng báo cáo, mặc định), report (chính việc nộp báo cáo), none (không phải báo cáo).
   *
   * Answered by an entry (default), by filing the report itself, or not at all.
   */
  answeredBy?: 'entry' | 'report' | 'none';
  /**
   * true: nhiệm vụ là tham mưu, trình; ngày hoàn thành là ngày trình.
   *
   * true: the task is to submit something; the day of submission counts as completion.
   */
  submits?: boolean;
  /**
   * Sản phẩm phải có, theo thứ tự văn bản.
   *
   * What the task must yield, in the order of the text.
   */
  products?: {
    /**
     * Tên sản phẩm.
     *
     * Name of the product.
     */
    title: string;
    /**
     * Văn bản mà sản phẩm này thực hiện, sửa đổi hoặc thay thế.
     *
     * Documents that this product implements, amends or replaces.
     */
    references?: Citation[];
  }[];
  /**
   * Văn bản viện dẫn của nhiệm vụ.
   *
   * Documents that the task cites.
   */
  references?: Citation[];
  /**
   * Chỉ tiêu bằng số mà văn bản nêu.
   *
   * A figure that the text gives.
   */
  indicator?: {
    /**
     * Mã chỉ tiêu.
     *
     * Id of the indicator.
     */
    id: string;
    /**
     * Tên chỉ tiêu.
     *
     * Name of the indicator.
     */
    name: string;
    /**
     * Đơn vị tính.
     *
     * Unit.
     */
    unit?: string;
    /**
     * Mức văn bản nêu.
     *
     * The figure in the text.
     */
    target: number;
    /**
     * Đạt khi: không thấp hơn, không cao hơn, hoặc đúng bằng mức này.
     *
     * Met when at least, at most or exactly the target.
     */
    direction?: 'at-least' | 'at-most' | 'exactly';
    /**
     * true: văn bản ghi khoảng; chỉ để thông tin, không phải ngưỡng.
     *
     * true: the text says about; information, never a threshold.
     */
    approximate?: boolean;
    /**
     * Lời của văn bản.
     *
     * The words of the text.
     */
    words?: string;
  };
  /**
   * Ghi chú của người biên soạn.
   *
   * The encoder's note.
   */
  note?: string;
}
/**
 * Thời hạn mới.
 *
 * The new deadline.
 */
export interface DeadlineData1 {
  /**
   * Ngày hết hạn (tính trọn ngày).
   *
   * The last day, which counts in full.
   */
  date?: string;
  /**
   * Hạn trong mỗi kỳ, tính như hạn nộp báo cáo.
   *
   * Deadline in each period, counted like the reports' due day.
   */
  each?: {
    /**
     * Số tháng tính từ tháng cuối của kỳ.
     *
     * Months after the last month of the period.
     */
    month: number;
    /**
     * Ngày trong tháng đó.
     *
     * Day of that month.
     */
    day: number;
  };
  /**
   * Cơ sở của hạn: stated (văn bản ghi rõ), derived (suy ra từ văn bản), event (tính từ một sự kiện), assumed (mốc theo dõi tự đặt).
   *
   * Basis of the date: stated, derived, event or assumed.
   */
  basis: 'stated' | 'derived' | 'event' | 'assumed';
  /**
   * Lời của văn bản làm cơ sở.
   *
   * The words of the text it rests on.
   */
  words?: string;
  /**
   * Cách suy ra.
   *
   * How it was derived.
   */
  note?: string;
}
/**
 * Thêm cơ quan, đơn vị.
 *
 * A new body.
 */
export interface OwnerData {
  /**
   * Mã cơ quan, ví dụ so-cong-thuong.
   *
   * Id of the body.
   */
  id: string;
  /**
   * Tên chính thức.
   *
   * Official name.
   */
  name: string;
  /**
   * Tên ngắn dùng trong bảng.
   *
   * Short name for tables.
   */
  short?: string;
  /**
   * Tên viết tắt và các cách viết khác.
   *
   * Abbreviations and other spellings.
   */
  aliases?: string[];
  /**
   * Thuộc: provincial (tỉnh), district (cấp huyện), vertical (ngành dọc trung ương), party (cơ quan Đảng).
   *
   * Whose body it is.
   */
  authority: 'provincial' | 'district' | 'vertical' | 'party' | 'other';
  /**
   * Ký hiệu viết tắt trên số văn bản, ví dụ SCT trong 12/BC-SCT.
   *
   * Abbreviation used in document numbers.
   */
  symbol?: string;
  /**
   * false: chưa có văn bản chính thức xác nhận.
   *
   * false: no official text at hand confirms this.
   */
  confirmed?: boolean;
  /**
   * Nguồn của thông tin này.
   *
   * Where this fact comes from.
   */
  from?: string;
  /**
   * Ghi chú.
   *
   * Note.
   */
  note?: string;
}
export interface HeirData {
  /**
   * Mã cơ quan tiếp nhận.
   *
   * Id of the receiving body.
   */
  owner: string;
  /**
   * Mã các nhiệm vụ tiếp nhận; để trống: toàn bộ phần còn lại.
   *
   * Ids of the tasks received; without it, all that remains.
   *
   * @minItems 1
   */
  tasks?: [string, ...string[]];
  /**
   * Chức năng được tiếp nhận, bằng lời.
   *
   * The function received, in words.
   */
  what?: string;
}
/**
 * Thêm nhóm cơ quan.
 *
 * A new group.
 */
export interface GroupData {
  /**
   * Mã nhóm.
   *
   * Id of the group.
   */
  id: string;
  /**
   * Tên nhóm như văn bản viết.
   *
   * Name as the text writes it.
   */
  name: string;
  /**
   * Các cách viết khác.
   *
   * Other spellings.
   */
  aliases?: string[];
  /**
   * Thành viên: mã cơ quan hoặc mã nhóm khác.
   *
   * Members: ids of bodies or of other groups.
   */
  members: string[];
  /**
   * Nhóm chưa có thành viên vì còn chờ văn bản nào.
   *
   * The group has no members yet: which document it waits for.
   */
  awaits?: string;
  /**
   * false: chưa có văn bản chính thức xác nhận danh sách này.
   *
   * false: no official text at hand confirms this list.
   */
  confirmed?: boolean;
  /**
   * Nguồn của thông tin này.
   *
   * Where this fact comes from.
   */
  from?: string;
  /**
   * Ghi chú.
   *
   * Note.
   */
  note?: string;
}
/**
 * Thêm văn bản viện dẫn.
 *
 * A new document to cite.
 */
export interface ReferenceData {
  /**
   * Mã, bắt buộc khi văn bản được viện dẫn chỉ bằng tên.
   *
   * Id, needed where the document is cited by title alone.
   */
  id?: string;
  /**
   * Số, ký hiệu, ví dụ 124/NQ-CP.
   *
   * Number and symbol, e.g. 124/NQ-CP.
   */
  number?: string;
  /**
   * Số hoặc tên khác của cùng văn bản.
   *
   * Other numbers or titles of the same document.
   */
  aliases?: string[];
  /**
   * Loại văn bản: Nghị quyết, Quyết định, Nghị định…
   *
   * Kind of document.
   */
  kind: string;
  /**
   * Cơ quan ban hành.
   *
   * Issuing body.
   */
  issuer?: string;
  /**
   * Ngày ban hành.
   *
   * Day of issue.
   */
  date?: string;
  /**
   * Trích yếu, tên văn bản.
   *
   * Title.
   */
  title: string;
  /**
   * Ngày hết hiệu lực.
   *
   * Last day in force.
   */
  expires?: string;
  /**
   * Văn bản thay thế.
   *
   * The document that replaces it.
   */
  replacedBy?: string;
  /**
   * false: chưa có văn bản chính thức xác nhận.
   *
   * false: no official text at hand confirms this.
   */
  confirmed?: boolean;
  /**
   * Nguồn của thông tin này.
   *
   * Where this fact comes from.
   */
  from?: string;
  /**
   * Ghi chú.
   *
   * Note.
   */
  note?: string;
}

/**
 * Danh mục phát hiện đã ghi nhận: có từ trước, chưa xử lý, không tính vào kết quả kiểm tra cho đến ngày hết hạn. Do dondoc baseline tạo ra.
 *
 * A record of known findings: they do not count until a day. Made by dondoc baseline.
 */
export interface BaselineFile {
  /**
   * Lý do ghi nhận.
   *
   * Why they are set aside.
   */
  reason: string;
  /**
   * Người hoặc cơ quan ghi nhận.
   *
   * Who set them aside.
   */
  by: string;
  /**
   * Ngày ghi nhận (ngày tính của lần kiểm tra).
   *
   * The day they were recorded as of.
   */
  date: string;
  /**
   * Ngày hết hạn; sau ngày này mọi phát hiện lại được tính.
   *
   * The last day on which they do not count.
   */
  until: string;
  /**
   * Các thư mục, tệp báo cáo đã kiểm tra khi ghi nhận, tính từ thư mục của dondoc.yaml.
   *
   * The folders and files that were checked, from the folder of dondoc.yaml.
   *
   * @minItems 1
   */
  reports: [string, ...string[]];
  /**
   * Các phát hiện, xếp theo tệp, quy tắc, cơ quan, nhiệm vụ, kỳ.
   *
   * The findings, sorted by file, rule, body, task, period.
   */
  findings: BaselineEntry[];
}
export interface BaselineEntry {
  /**
   * Dấu nhận biết của phát hiện.
   *
   * By which the finding is known again.
   */
  fingerprint: string;
  /**
   * Mã quy tắc.
   *
   * Code of the rule.
   */
  rule: string;
  /**
   * Tên quy tắc, cho người đọc.
   *
   * Name of the rule, for people.
   */
  name: string;
  /**
   * Tệp, tính từ thư mục của dondoc.yaml.
   *
   * File, from the folder of dondoc.yaml.
   */
  file: string;
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
}

/**
 * Tệp dondoc.yaml: cấu hình của một kho báo cáo.
 *
 * The file dondoc.yaml: settings of a folder of reports.
 */
export interface ConfigFile {
  /**
   * Kế hoạch dùng để kiểm tra: số, ký hiệu hoặc thư mục.
   *
   * The plan to check against: its number or its folder.
   */
  plan?: string;
  /**
   * Thư mục báo cáo, tính từ tệp này.
   *
   * The folder of reports, relative to this file.
   */
  reports?: string;
  /**
   * Ngôn ngữ in ra.
   *
   * Language of the output.
   */
  lang?: 'vi' | 'en';
  /**
   * Mức phát hiện làm lệnh kết thúc với mã 1.
   *
   * Severity from which the exit code is 1.
   */
  'fail-on'?: 'error' | 'warning' | 'info' | 'never';
  /**
   * Ngày nộp báo cáo lấy theo đâu: report (ngày ghi trong báo cáo) hoặc git (đối chiếu thêm với ngày tệp vào nhánh chính của kho git).
   *
   * What says when a report was filed: the report itself, or git as well: the day its file reached the main branch.
   */
  'filed-by'?: 'report' | 'git';
  /**
   * Tệp ghi nhận các phát hiện đã biết, tính từ tệp này (mặc định: dondoc-baseline.yaml).
   *
   * The file of known findings, relative to this file (default: dondoc-baseline.yaml).
   */
  baseline?: string;
  /**
   * Giữ kết quả trong .dondoc/cache.json để lần chạy sau, khi không có gì thay đổi, in ra ngay.
   *
   * Keep results in .dondoc/cache.json, so that a run over unchanged files prints them at once.
   */
  cache?: boolean;
  /**
   * Mức của từng quy tắc, theo tên hoặc mã, thay cho mức mặc định; off là không xét.
   *
   * The severity of single rules, by name or code, in place of their own; off leaves a rule out.
   */
  rules?: {
    [k: string]: 'error' | 'warning' | 'info' | 'off';
  };
}

/**
 * Tệp holidays/<năm>.yaml: ngày nghỉ lễ và ngày làm bù của một năm, theo thông báo của cơ quan có thẩm quyền.
 *
 * The file holidays/<year>.yaml: public holidays and swapped working days of one year.
 */
export interface HolidaysFile {
  /**
   * Năm.
   *
   * Year.
   */
  year: number;
  /**
   * Văn bản thông báo lịch nghỉ.
   *
   * The document that fixes the calendar.
   */
  from: string;
  /**
   * Ngày nghỉ ngoài thứ bảy, chủ nhật.
   *
   * Days off besides Saturdays and Sundays.
   */
  off: string[];
  /**
   * Thứ bảy, chủ nhật làm bù.
   *
   * Saturdays and Sundays that are worked.
   */
  worked?: string[];
  /**
   * false: chưa có văn bản chính thức xác nhận.
   *
   * false: no official text at hand confirms this.
   */
  confirmed?: boolean;
}

/**
 * Tệp owners.yaml: cơ quan, đơn vị được giao nhiệm vụ, các nhóm, và cơ quan bên ngoài.
 *
 * The file owners.yaml: bodies that hold tasks, groups of them, and outside partners.
 */
export interface OwnersFile {
  /**
   * Cơ quan, đơn vị có thể được giao nhiệm vụ và phải báo cáo.
   *
   * Bodies that can hold tasks and owe reports.
   *
   * @minItems 1
   */
  owners: [OwnerData, ...OwnerData[]];
  /**
   * Nhóm cơ quan mà văn bản gọi chung.
   *
   * Groups that the text addresses as one.
   */
  groups?: GroupData[];
  /**
   * Cơ quan ngoài phạm vi kế hoạch (bộ, ngành trung ương…): được nhắc tên, không phải báo cáo.
   *
   * Outside bodies: named, never owing a report.
   */
  partners?: PartnerData[];
}
export interface PartnerData {
  /**
   * Mã.
   *
   * Id.
   */
  id: string;
  /**
   * Tên.
   *
   * Name.
   */
  name: string;
  /**
   * Các cách viết khác.
   *
   * Other spellings.
   */
  aliases?: string[];
  /**
   * Ghi chú.
   *
   * Note.
   */
  note?: string;
}

/**
 * Tệp papers.yaml: thể thức các văn bản soạn từ kế hoạch (Nghị định số 30/2020/NĐ-CP): ai ban hành, gửi ai. Phần không ghi thì lấy theo kế hoạch.
 *
 * The file papers.yaml: how the papers drafted from the plan look, who issues them and who receives them. What it does not say follows from the plan.
 */
export interface PapersFile {
  /**
   * Các cơ quan ban hành văn bản.
   *
   * The bodies that issue papers.
   */
  issuers?: IssuerData[];
  /**
   * Từng loại văn bản: ai ban hành, gửi ai.
   *
   * Each kind of paper: who issues it, who receives it.
   */
  papers?: {
    report?: SendingData;
    'government-report'?: SendingData1;
    letter?: LetterData;
  };
}
export interface IssuerData {
  /**
   * Mã cơ quan khai trong owners.yaml.
   *
   * Id of the body, as declared in owners.yaml.
   */
  body: string;
  /**
   * Tên cơ quan như ghi ở đầu văn bản. Nếu không có: tên trong owners.yaml, viết hoa.
   *
   * Name as the head of its papers writes it; otherwise its name in owners.yaml, in capitals.
   */
  name?: string;
  /**
   * Cơ quan chủ quản ghi phía trên tên cơ quan. Nếu không có: với cơ quan đầu mối là cơ quan ban hành kế hoạch.
   *
   * The body above it, as the head names it; otherwise, for the coordinator, the issuer of the plan.
   */
  above?: string;
  /**
   * Chữ viết tắt của cơ quan trong ký hiệu văn bản, ví dụ SCT trong 12/BC-SCT. Nếu không có: symbol trong owners.yaml.
   *
   * Its letters in a paper's symbol, e.g. SCT in 12/BC-SCT; otherwise the symbol in owners.yaml.
   */
  symbol?: string;
  /**
   * Chữ viết tắt của đơn vị soạn thảo, ví dụ QLCN trong 12/SCT-QLCN.
   *
   * Letters of the unit that drafts, e.g. QLCN in 12/SCT-QLCN.
   */
  unit?: string;
  /**
   * Địa danh. Nếu không có: place trong plan.yaml.
   *
   * Place in the date line; otherwise place in plan.yaml.
   */
  place?: string;
  /**
   * Các dòng quyền hạn, chức vụ của người ký, ví dụ KT. CHỦ TỊCH rồi PHÓ CHỦ TỊCH. Nếu không có: với cơ quan ban hành kế hoạch là signer trong plan.yaml.
   *
   * The lines above the signature; otherwise, for the issuer of the plan, those of signer in plan.yaml.
   *
   * @minItems 1
   */
  signature?: [string, ...string[]];
  /**
   * Họ và tên người ký.
   *
   * Full name of the signer.
   */
  signer?: string;
  /**
   * true: cơ quan cấp trên, được viết “yêu cầu”; false: viết “đề nghị”. Nếu không có: true với cơ quan ban hành kế hoạch, false với cơ quan khác.
   *
   * true: it stands above the others and may demand; false: it asks. Otherwise true for the issuer of the plan alone.
   */
  directs?: boolean;
  /**
   * false: chưa có văn bản chính thức xác nhận.
   *
   * false: no official text at hand confirms this.
   */
  confirmed?: boolean;
  /**
   * Nguồn của thông tin này.
   *
   * Where this comes from.
   */
  from?: string;
  /**
   * Ghi chú.
   *
   * Note.
   */
  note?: string;
}
/**
 * Báo cáo của cơ quan đầu mối.
 *
 * The coordinator's report.
 */
export interface SendingData {
  /**
   * Mã cơ quan ban hành, khai trong owners.yaml. Nếu không có: cơ quan đầu mối; với báo cáo gửi Chính phủ là cơ quan ban hành kế hoạch.
   *
   * Id of the issuing body, as declared in owners.yaml; otherwise the coordinator, for the government report the issuer of the plan.
   */
  issuer?: string;
  /**
   * Kính gửi, mỗi mục một nơi.
   *
   * Whom the paper addresses, one an item.
   *
   * @minItems 1
   */
  to?: [string, ...string[]];
  /**
   * Nơi nhận, mỗi mục một dòng, không gạch đầu dòng. Nếu không có: Như trên; Lưu: VT, ….
   *
   * The list of recipients at the foot, one an item, without dashes.
   *
   * @minItems 1
   */
  recipients?: [string, ...string[]];
  /**
   * false: chưa có văn bản chính thức xác nhận.
   *
   * false: no official text at hand confirms this.
   */
  confirmed?: boolean;
  /**
   * Nguồn của thông tin này.
   *
   * Where this comes from.
   */
  from?: string;
  /**
   * Ghi chú.
   *
   * Note.
   */
  note?: string;
}
/**
 * Báo cáo của cơ quan ban hành kế hoạch gửi cấp trên.
 *
 * The report to the level above the issuer of the plan.
 */
export interface SendingData1 {
  /**
   * Mã cơ quan ban hành, khai trong owners.yaml. Nếu không có: cơ quan đầu mối; với báo cáo gửi Chính phủ là cơ quan ban hành kế hoạch.
   *
   * Id of the issuing body, as declared in owners.yaml; otherwise the coordinator, for the government report the issuer of the plan.
   */
  issuer?: string;
  /**
   * Kính gửi, mỗi mục một nơi.
   *
   * Whom the paper addresses, one an item.
   *
   * @minItems 1
   */
  to?: [string, ...string[]];
  /**
   * Nơi nhận, mỗi mục một dòng, không gạch đầu dòng. Nếu không có: Như trên; Lưu: VT, ….
   *
   * The list of recipients at the foot, one an item, without dashes.
   *
   * @minItems 1
   */
  recipients?: [string, ...string[]];
  /**
   * false: chưa có văn bản chính thức xác nhận.
   *
   * false: no official text at hand confirms this.
   */
  confirmed?: boolean;
  /**
   * Nguồn của thông tin này.
   *
   * Where this comes from.
   */
  from?: string;
  /**
   * Ghi chú.
   *
   * Note.
   */
  note?: string;
}
/**
 * Công văn đôn đốc; kính gửi các cơ quan còn chậm nên không có to.
 *
 * The letter that presses for what is late; it addresses the bodies concerned, so it has no to.
 */
export interface LetterData {
  /**
   * Mã cơ quan ban hành, khai trong owners.yaml. Nếu không có: cơ quan đầu mối.
   *
   * Id of the issuing body, as declared in owners.yaml; otherwise the coordinator.
   */
  issuer?: string;
  /**
   * Nơi nhận, mỗi mục một dòng, không gạch đầu dòng. Nếu không có: Như trên; Lưu: VT, ….
   *
   * The list of recipients at the foot, one an item, without dashes.
   *
   * @minItems 1
   */
  recipients?: [string, ...string[]];
  /**
   * false: chưa có văn bản chính thức xác nhận.
   *
   * false: no official text at hand confirms this.
   */
  confirmed?: boolean;
  /**
   * Nguồn của thông tin này.
   *
   * Where this comes from.
   */
  from?: string;
  /**
   * Ghi chú.
   *
   * Note.
   */
  note?: string;
}

/**
 * Tệp plan.yaml: kế hoạch là văn bản nào, nguồn, các phần mục và chế độ báo cáo.
 *
 * The file plan.yaml: which document the plan is, its source, its sections and its reporting regime.
 */
export interface PlanFile {
  /**
   * Số, ký hiệu của kế hoạch, ví dụ 415/KH-UBND.
   *
   * Number and symbol of the plan, e.g. 415/KH-UBND.
   */
  number: string;
  /**
   * Trích yếu (tên) của kế hoạch.
   *
   * Title of the plan.
   */
  title: string;
  /**
   * Cơ quan ban hành, ghi mã hoặc tên khai trong owners.yaml.
   *
   * Issuing body: an id or name declared in owners.yaml.
   */
  issuer: string;
  /**
   * Người ký.
   *
   * Who signed.
   */
  signer?: {
    /**
     * Họ và tên người ký.
     *
     * Full name of the signer.
     */
    name: string;
    /**
     * Thẩm quyền và chức vụ ký, ví dụ KT. CHỦ TỊCH, PHÓ CHỦ TỊCH.
     *
     * Capacity in which it was signed.
     */
    title: string;
  };
  /**
   * Ngày ký (YYYY-MM-DD).
   *
   * Day of signing (YYYY-MM-DD).
   */
  date: string;
  /**
   * Địa danh ghi trên văn bản.
   *
   * Place named in the date line.
   */
  place?: string;
  /**
   * Năm đích của kế hoạch.
   *
   * Target year of the plan.
   */
  horizon?: number;
  /**
   * Năm tầm nhìn.
   *
   * Year of the longer vision.
   */
  vision?: number;
  /**
   * Phiên bản của bộ dữ liệu kế hoạch (semver). Tăng số đầu khi nghĩa vụ của một cơ quan thay đổi, số giữa khi bổ sung mà không thêm nghĩa vụ, số cuối khi chỉ đính chính.
   *
   * Version of the plan data (semver): major when someone's obligation changes, minor for additions that oblige no one anew, patch for errata.
   */
  version: string;
  /**
   * Ngôn ngữ của kế hoạch, cũng là ngôn ngữ mặc định khi in.
   *
   * Language of the plan, and the default for output.
   */
  language: 'vi' | 'en';
  /**
   * Múi giờ để xác định hôm nay là ngày nào, ví dụ Asia/Ho_Chi_Minh.
   *
   * Time zone that decides which day today is.
   */
  timezone: string;
  /**
   * Mã cơ quan đầu mối theo dõi, đôn đốc, tổng hợp.
   *
   * Id of the coordinating body.
   */
  coordinator: string;
  /**
   * Mã cơ quan nhận báo cáo.
   *
   * Id of the body that receives the reports.
   */
  recipient?: string;
  /**
   * Căn cứ ban hành: số (hoặc mã) của văn bản khai trong references.yaml.
   *
   * Legal basis: numbers (or ids) of documents declared in references.yaml.
   */
  basis?: string[];
  /**
   * Bản văn đã ký và những đoạn có giao nhiệm vụ.
   *
   * The signed text and the parts of it that assign tasks.
   */
  source: {
    /**
     * Tên tệp bản văn, cùng thư mục.
     *
     * Name of the text file, in the same folder.
     */
    file: string;
    /**
     * Các khoảng dòng giao nhiệm vụ: mọi dòng chữ trong đó phải thuộc một nhiệm vụ hoặc là tiêu đề.
     *
     * Line ranges that assign tasks: every line with text in them must belong to a task or be a heading.
     *
     * @minItems 1
     */
    parts: [
      {
        /**
         * Dòng đầu.
         *
         * First line.
         */
        from: number;
        /**
         * Dòng cuối.
         *
         * Last line.
         */
        to: number;
      },
      ...{
        /**
         * Dòng đầu.
         *
         * First line.
         */
        from: number;
        /**
         * Dòng cuối.
         *
         * Last line.
         */
        to: number;
      }[]
    ];
  };
  /**
   * Các phần, mục của kế hoạch theo thứ tự văn bản.
   *
   * Parts and sections of the plan in the order of the text.
   *
   * @minItems 1
   */
  sections: [
    {
      /**
       * Số của phần, mục, ví dụ II.3.
       *
       * Number of the section, e.g. II.3.
       */
      id: string;
      /**
       * Tên phần, mục đúng như văn bản.
       *
       * Title, word for word.
       */
      title: string;
      /**
       * Dòng của tiêu đề trong bản văn.
       *
       * Line of the heading in the source text.
       */
      line?: number;
    },
    ...{
      /**
       * Số của phần, mục, ví dụ II.3.
       *
       * Number of the section, e.g. II.3.
       */
      id: string;
      /**
       * Tên phần, mục đúng như văn bản.
       *
       * Title, word for word.
       */
      title: string;
      /**
       * Dòng của tiêu đề trong bản văn.
       *
       * Line of the heading in the source text.
       */
      line?: number;
    }[]
  ];
  /**
   * Chế độ báo cáo.
   *
   * The reporting regime.
   */
  reporting: {
    /**
     * Định kỳ: hằng năm, 6 tháng, quý, tháng.
     *
     * How often.
     */
    frequency: 'yearly' | 'half-yearly' | 'quarterly' | 'monthly';
    /**
     * Kỳ báo cáo đầu tiên: "2021", 2021-H1, 2021-Q1, 2021-01 (số năm đặt trong ngoặc kép).
     *
     * First reporting period; quote a bare year.
     */
    first: string;
    /**
     * Hạn nộp báo cáo của mỗi kỳ.
     *
     * Due day of each period's report.
     */
    due: {
      /**
       * Số tháng tính từ tháng cuối của kỳ: 0 là chính tháng đó, 1 là tháng sau, -1 là tháng trước.
       *
       * Months after the last month of the period: 0 that month, 1 the next, -1 the one before.
       */
      month: number;
      /**
       * Ngày trong tháng đó; ngày cuối tháng nếu tháng ngắn hơn.
       *
       * Day of that month; its last day where the month is shorter.
       */
      day: number;
      /**
       * Cơ sở của hạn: stated (văn bản ghi rõ), derived (suy ra từ văn bản), event (tính từ một sự kiện), assumed (mốc theo dõi tự đặt).
       *
       * Basis of the date: stated, derived, event or assumed.
       */
      basis: 'stated' | 'derived' | 'event' | 'assumed';
      /**
       * Lời của văn bản làm cơ sở.
       *
       * The words of the text it rests on.
       */
      words?: string;
      /**
       * Ghi chú.
       *
       * Note.
       */
      note?: string;
    };
    /**
     * Hạn rơi vào ngày nghỉ: giữ nguyên (none) hay lùi sang ngày làm việc kế tiếp (next-working-day, cần tệp holidays/<năm>.yaml).
     *
     * A due day on a day off: keep it, or move it to the next working day (needs holidays/<year>.yaml).
     */
    rolling?: 'none' | 'next-working-day';
    /**
     * Cơ quan hoặc nhóm phải nộp báo cáo.
     *
     * Bodies or groups that owe a report.
     *
     * @minItems 1
     */
    owners: [string, ...string[]];
    /**
     * Báo cáo gửi qua cơ quan nào.
     *
     * The body through which reports go.
     */
    through?: string;
    /**
     * Lời của văn bản quy định chế độ báo cáo.
     *
     * The words of the text that demand the reports.
     */
    words?: string;
    /**
     * Nhiệm vụ giao việc báo cáo.
     *
     * The task that demands the reports.
     */
    task?: string;
  };
}

/**
 * Tệp references.yaml: các văn bản mà kế hoạch viện dẫn.
 *
 * The file references.yaml: the documents that the plan cites.
 */
export interface ReferencesFile {
  /**
   * Văn bản viện dẫn.
   *
   * Cited documents.
   */
  references: ReferenceData[];
}
/**
 * Tệp register.yaml: sổ của cơ quan đầu mối, để cạnh các báo cáo: văn bản nhận ngoài mẫu, sự kiện và yêu cầu làm phát sinh nhiệm vụ, kết quả thẩm định.
 *
 * The file register.yaml: the coordinator's book, kept beside the reports: documents received outside the form, events and requests that set tasks going, appraisals.
 */
export interface RegisterFile {
  /**
   * Số, ký hiệu kế hoạch.
   *
   * Number of the plan.
   */
  plan: string;
  /**
   * Văn bản cơ quan gửi đến nhưng không theo mẫu báo cáo.
   *
   * Documents that bodies sent, but not in the form.
   */
  received?: ReceivedData[];
  /**
   * Sự kiện hoặc yêu cầu làm phát sinh nhiệm vụ loại on-event.
   *
   * Events or requests that set on-event tasks going.
   */
  triggers?: TriggerData[];
  /**
   * Ý kiến thẩm định của cơ quan đầu mối về từng dòng báo cáo.
   *
   * The coordinator's appraisal of single entries.
   */
  appraisals?: AppraisalData[];
}
export interface ReceivedData {
  /**
   * Cơ quan gửi: mã, tên chính thức hoặc tên viết tắt.
   *
   * Who sent it: id, official name or alias.
   */
  owner: string;
  /**
   * Số, ký hiệu văn bản.
   *
   * Number of the document.
   */
  number: string;
  /**
   * Ngày văn bản.
   *
   * Day of the document.
   */
  date: string;
  /**
   * Ngày nhận; để trống: ngày văn bản.
   *
   * Day it came in; without it, the day of the document.
   */
  received?: string;
  /**
   * Kỳ báo cáo mà văn bản nói đến (đặt trong ngoặc kép).
   *
   * The period it speaks of (in quotes).
   */
  period: string;
  /**
   * Mã nhiệm vụ; để trống: mọi nhiệm vụ của cơ quan.
   *
   * Id of the task; without it, all tasks of the body.
   */
  task?: string;
  /**
   * Ghi chú.
   *
   * Note.
   */
  note?: string;
}
export interface TriggerData {
  /**
   * Mã nhiệm vụ.
   *
   * Id of the task.
   */
  task: string;
  /**
   * event: sự kiện (mặc định); request: cấp trên hoặc cơ quan khác yêu cầu.
   *
   * event (default), or request: somebody asked for it.
   */
  kind?: 'event' | 'request';
  /**
   * Việc gì đã xảy ra, hoặc ai yêu cầu gì.
   *
   * What happened, or who asked for what.
   */
  what: string;
  /**
   * Văn bản làm căn cứ.
   *
   * The document it rests on.
   */
  document?: {
    /**
     * Số, ký hiệu.
     *
     * Number.
     */
    number?: string;
    /**
     * Ngày văn bản.
     *
     * Day of the document.
     */
    date?: string;
  };
  /**
   * Ngày phát sinh.
   *
   * The day from which the task is going.
   */
  day: string;
  /**
   * Hạn phải xong (tính trọn ngày), nếu có.
   *
   * The day by which it is due, if any; it counts in full.
   */
  due?: string;
  /**
   * Ghi chú.
   *
   * Note.
   */
  note?: string;
}
export interface AppraisalData {
  /**
   * Cơ quan đã báo cáo: mã, tên chính thức hoặc tên viết tắt.
   *
   * Who reported: id, official name or alias.
   */
  owner: string;
  /**
   * Mã nhiệm vụ.
   *
   * Id of the task.
   */
  task: string;
  /**
   * Kỳ báo cáo (đặt trong ngoặc kép).
   *
   * The period (in quotes).
   */
  period: string;
  /**
   * accepted: chấp nhận; returned: trả lại, dòng báo cáo không được tính cho đến khi gửi lại.
   *
   * accepted, or returned: the entry does not count until it is filed again.
   */
  verdict: 'accepted' | 'returned';
  /**
   * Lý do, bắt buộc khi trả lại.
   *
   * Reason, required where returned.
   */
  reason?: string;
  /**
   * Ngày thẩm định; chỉ tính cho báo cáo nộp đến ngày này.
   *
   * Day of the appraisal; it speaks of reports filed by then.
   */
  date: string;
  /**
   * Ghi chú.
   *
   * Note.
   */
  note?: string;
}

/**
 * Báo cáo của một cơ quan cho một kỳ.
 *
 * One body's report for one period.
 */
export interface ReportFile {
  /**
   * Số, ký hiệu kế hoạch, ví dụ 415/KH-UBND.
   *
   * Number of the plan, e.g. 415/KH-UBND.
   */
  plan: string;
  /**
   * Phiên bản kế hoạch mà báo cáo dựa vào, ví dụ 1.0.0.
   *
   * Version of the plan that this report answers, e.g. 1.0.0.
   */
  version: string;
  /**
   * Cơ quan báo cáo: mã, tên chính thức hoặc tên viết tắt.
   *
   * The reporting body: id, official name or alias.
   */
  owner: string;
  /**
   * Kỳ báo cáo: 2025, 2025-H1, 2025-Q3, 2025-07.
   *
   * Reporting period: 2025, 2025-H1, 2025-Q3, 2025-07.
   */
  period: string | number;
  /**
   * Ngày báo cáo (YYYY-MM-DD).
   *
   * Day of the report (YYYY-MM-DD).
   */
  reported: string;
  /**
   * Văn bản gửi kèm báo cáo.
   *
   * The document that carries the report.
   */
  document?: {
    /**
     * Số, ký hiệu, ví dụ 1234/BC-SCT.
     *
     * Number and symbol, e.g. 1234/BC-SCT.
     */
    number?: string;
    /**
     * Ngày văn bản.
     *
     * Day of the document.
     */
    date?: string;
  };
  /**
   * Người ký báo cáo.
   *
   * Who signed the report.
   */
  signer?: {
    /**
     * Họ và tên.
     *
     * Full name.
     */
    name?: string;
    /**
     * Chức vụ.
     *
     * Position.
     */
    title?: string;
  };
  /**
   * Người theo dõi, đầu mối liên hệ.
   *
   * Whom to ask.
   */
  contact?: {
    /**
     * Họ và tên.
     *
     * Full name.
     */
    name?: string;
    /**
     * Số điện thoại (đặt trong ngoặc kép).
     *
     * Telephone number (in quotes).
     */
    phone?: string;
    /**
     * Thư điện tử.
     *
     * E-mail.
     */
    email?: string;
  };
  /**
   * Các dòng báo cáo, mỗi nhiệm vụ một dòng.
   *
   * The entries, one for each task.
   */
  entries: EntryData[];
  /**
   * Đề xuất sửa đổi, bổ sung kế hoạch.
   *
   * Amendments to the plan that are asked for.
   */
  proposals?: ProposalData[];
}
export interface EntryData {
  /**
   * Mã nhiệm vụ, ví dụ II.3.a.4.
   *
   * Task id, e.g. II.3.a.4.
   */
  task: string;
  /**
   * Trạng thái: not-started (chưa thực hiện), in-progress (đang thực hiện), submitted (đã trình, chờ ban hành), completed (đã hoàn thành), blocked (đang vướng mắc), none-arisen (không phát sinh, nêu lý do).
   *
   * Status: not-started, in-progress, submitted (waiting to be issued), completed, blocked, none-arisen (with the reason).
   */
  status: 'not-started' | 'in-progress' | 'submitted' | 'completed' | 'blocked' | 'none-arisen';
  /**
   * Tiến độ, phần trăm, từ 0 đến 100.
   *
   * Progress in percent, 0 to 100.
   */
  progress?: number;
  /**
   * Ngày bắt đầu.
   *
   * Day of the start.
   */
  started?: string;
  /**
   * Ngày trình (ngày của tờ trình).
   *
   * Day of submission.
   */
  submitted?: string;
  /**
   * Ngày hoàn thành; chỉ ghi khi trạng thái là completed.
   *
   * Day of completion; with status completed only.
   */
  completed?: string;
  /**
   * Kết quả đạt được trong kỳ.
   *
   * What was achieved.
   */
  result?: string;
  /**
   * Văn bản, tài liệu minh chứng.
   *
   * Documents that prove it.
   */
  evidence?: EvidenceData[];
  /**
   * Khó khăn, vướng mắc, nguyên nhân.
   *
   * Obstacles and their causes.
   */
  obstacles?: string;
  /**
   * Đề xuất, kiến nghị.
   *
   * Proposals.
   */
  proposals?: string;
  /**
   * Kế hoạch tiếp theo.
   *
   * Next steps.
   */
  next?: string;
  /**
   * Số liệu chỉ tiêu.
   *
   * Figures of indicators.
   */
  indicators?: IndicatorValue[];
}
export interface EvidenceData {
  /**
   * Số, ký hiệu văn bản.
   *
   * Number and symbol.
   */
  number?: string;
  /**
   * Ngày văn bản.
   *
   * Day of the document.
   */
  date?: string;
  /**
   * Trích yếu.
   *
   * Title.
   */
  title?: string;
  /**
   * Cơ quan ban hành.
   *
   * Issuing body.
   */
  issuer?: string;
  /**
   * Sản phẩm thứ mấy của nhiệm vụ (1, 2…).
   *
   * Which product of the task it proves (1, 2, …).
   */
  product?: number;
  /**
   * Tên tệp kèm theo.
   *
   * Name of the attached file.
   */
  file?: string;
}
export interface IndicatorValue {
  /**
   * Mã chỉ tiêu nêu trong kế hoạch.
   *
   * Id of the indicator in the plan.
   */
  id: string;
  /**
   * Giá trị đạt được.
   *
   * The figure reached.
   */
  value: number;
}
export interface ProposalData {
  /**
   * Mã nhiệm vụ đề nghị sửa; bỏ trống nếu đề xuất chung.
   *
   * The task concerned; absent for the plan as a whole.
   */
  task?: string;
  /**
   * Nội dung đề xuất.
   *
   * What is proposed.
   */
  text: string;
}

/**
 * Kết quả kiểm tra một phần của thư mục (dondoc check --shard i/n --snapshot), để ghép với các phần kia (--from).
 *
 * What the check of one share of a folder came to (dondoc check --shard i/n --snapshot), to be joined with the others (--from).
 */
export interface ShareFile {
  /**
   * Tên của lược đồ này.
   *
   * The name of this schema.
   */
  schema: 'urn:dondoc:schema:share';
  /**
   * Công cụ và phiên bản.
   *
   * Tool and version.
   */
  tool: string;
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
  fingerprint: string;
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
   * Phần thứ mấy, trong bao nhiêu phần.
   *
   * Which share, of how many.
   */
  shard: {
    /**
     * Phần thứ mấy, từ 1.
     *
     * Which share, from 1.
     */
    number: number;
    /**
     * Số phần.
     *
     * How many there are.
     */
    of: number;
  };
  /**
   * Kỳ được chọn bằng --period.
   *
   * What --period said.
   */
  period?: string;
  /**
   * Dấu của cấu hình (dondoc.yaml, --filed-by).
   *
   * Fingerprint of the settings (dondoc.yaml, --filed-by).
   */
  settings: string;
  /**
   * Dấu của toàn bộ tệp trong thư mục: tên và nội dung.
   *
   * Fingerprint of all files of the folder: names and contents.
   */
  folder: string;
  /**
   * Số tệp báo cáo của cả thư mục.
   *
   * How many reports the whole folder has.
   */
  files: number;
  /**
   * Các thư mục, tệp đã ghi trên dòng lệnh.
   *
   * The folders and files that were named.
   */
  given: string[];
  /**
   * Các báo cáo thuộc phần này: những gì sổ theo dõi và các bảng cần.
   *
   * The reports of this share: what the ledger and the tables need of them.
   */
  reports: ShareReport[];
  /**
   * Sổ của cơ quan đầu mối; chỉ ghi ở phần 1.
   *
   * The coordinator's registers; in the first share only.
   */
  registers: ShareRegister[];
  /**
   * Các phát hiện của phần này.
   *
   * What was found in this share.
   */
  findings: ShareFinding[];
  /**
   * SHA-256 của mọi byte đứng trước dòng này.
   *
   * SHA-256 of all bytes before this line.
   */
  sha256: string;
}
export interface ShareReport {
  /**
   * Thứ tự của tệp trong thư mục, từ 0.
   *
   * Which file of the folder it is, from 0.
   */
  index: number;
  /**
   * Tên tệp.
   *
   * Name of the file.
   */
  file: string;
  /**
   * Nội dung như lược đồ báo cáo, trừ giá trị sai; không có khi tệp không đọc được.
   *
   * Its contents as the schema of reports has them, without what is faulty; absent where the file could not be read.
   */
  data?: {};
  /**
   * Những dòng còn đọc được của tệp hỏng.
   *
   * What the lines of a broken file plainly say.
   */
  legible?: {
    [k: string]: string;
  };
  /**
   * Các dòng có trạng thái ghi sai, từ 0.
   *
   * The entries whose status cannot be read, from 0.
   */
  unclear?: number[];
  /**
   * Vị trí của các dòng và số liệu chỉ tiêu.
   *
   * Where its entries and figures of indicators stand.
   */
  places?: {
    [k: string]: SharePlace;
  };
}
export interface SharePlace {
  /**
   * Tên tệp; không ghi khi là tệp đang nói đến.
   *
   * Name of the file; absent where it is the file in question.
   */
  file?: string;
  /**
   * Dòng, từ 1.
   *
   * Line, from 1.
   */
  line: number;
  /**
   * Cột, từ 1.
   *
   * Column, from 1.
   */
  column: number;
  /**
   * Cột sau ký tự cuối.
   *
   * The column behind its last character.
   */
  endColumn?: number;
  cell?: ShareCell;
}
/**
 * Ô, với tệp Excel.
 *
 * The cell, in a workbook.
 */
export interface ShareCell {
  /**
   * Trang tính.
   *
   * The sheet.
   */
  sheet: string;
  /**
   * Tên ô, ví dụ F17.
   *
   * Name of the cell, e.g. F17.
   */
  name: string;
  /**
   * Tiêu đề cột hoặc nhãn.
   *
   * Heading of its column, or the label beside it.
   */
  title?: string;
  /**
   * Nội dung ô.
   *
   * What the cell shows.
   */
  shows?: string;
}
export interface ShareRegister {
  /**
   * Tên tệp.
   *
   * Name of the file.
   */
  file: string;
  /**
   * Nội dung như lược đồ sổ, trừ giá trị sai.
   *
   * Its contents as the schema of registers has them, without what is faulty.
   */
  data?: {};
}
export interface ShareFinding {
  /**
   * Mã quy tắc.
   *
   * Code of the rule.
   */
  code: string;
  /**
   * Mức độ.
   *
   * How grave it is.
   */
  severity: 'error' | 'warning' | 'info';
  /**
   * Dữ kiện để viết thành câu.
   *
   * What its sentence is made from.
   */
  data: {};
  /**
   * Vị trí, rồi các vị trí liên quan.
   *
   * Where it stands, then the other places that matter.
   *
   * @minItems 1
   */
  places: [SharePlace, ...SharePlace[]];
  /**
   * Mã cơ quan.
   *
   * The body.
   */
  owner?: string;
  /**
   * Mã nhiệm vụ.
   *
   * The task.
   */
  task?: string;
  /**
   * Kỳ báo cáo.
   *
   * The period.
   */
  period?: string;
  /**
   * Nguyên văn dòng tại đó.
   *
   * The line as it stands there.
   */
  line?: string;
}

/**
 * Ảnh chụp sổ theo dõi tại một ngày (dondoc summary --snapshot), để lần sau so sánh (--compare-to).
 *
 * The ledger as it was on a day (dondoc summary --snapshot), to be compared with later (--compare-to).
 */
export interface SnapshotFile {
  /**
   * Tên của lược đồ này.
   *
   * The name of this schema.
   */
  schema: 'urn:dondoc:schema:snapshot';
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
   * Sổ theo dõi: mỗi nhiệm vụ, cơ quan chủ trì và kỳ một dòng.
   *
   * The ledger: a row for each task, lead body and period.
   */
  rows: SnapshotRow[];
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
/**
 * Chỗ của dòng báo cáo đã quyết định loại; nếu không có thì chỗ của nhiệm vụ trong kế hoạch.
 *
 * Where the entry that decided the class stands; without one, the task in the plan.
 */
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

/**
 * Tệp tasks.yaml hoặc tasks/*.yaml: các nhiệm vụ được giao, mỗi gạch đầu dòng (hoặc điểm không có gạch) một nhiệm vụ.
 *
 * The file tasks.yaml or tasks/*.yaml: the assigned tasks, one for each dash (or point without dashes).
 */
export interface TasksFile {
  /**
   * Các nhiệm vụ theo thứ tự văn bản.
   *
   * The tasks in the order of the text.
   *
   * @minItems 1
   */
  tasks: [TaskData, ...TaskData[]];
}
export interface TaskData {
  /**
   * Mã nhiệm vụ: vị trí trong văn bản, phần.mục.điểm.gạch, ví dụ II.3.a.4.
   *
   * Task id: its place in the text, e.g. II.3.a.4.
   */
  id: string;
  /**
   * Nguyên văn, không kể ký hiệu đầu dòng và tên cơ quan đứng trước dấu hai chấm.
   *
   * The text word for word, without the bullet or the body's name before the colon.
   */
  text: string;
  /**
   * Dòng trong bản văn.
   *
   * Lines of the source text.
   */
  source: {
    /**
     * Dòng nêu tên cơ quan được giao.
     *
     * The line that names the body.
     */
    heading?: number;
    /**
     * Các dòng chứa nguyên văn.
     *
     * The lines that hold the text.
     *
     * @minItems 1
     */
    lines: [number, ...number[]];
  };
  /**
   * Cơ quan hoặc nhóm chủ trì (mã khai trong owners.yaml).
   *
   * Lead bodies or groups (ids of owners.yaml).
   */
  lead: string[];
  /**
   * coordinate: chính văn bản giao cơ quan này việc phối hợp.
   *
   * coordinate: the line itself tells this body to coordinate.
   */
  as?: 'coordinate';
  /**
   * Cơ quan hoặc nhóm phối hợp; không phải nộp báo cáo cho nhiệm vụ này.
   *
   * Supporting bodies or groups; they owe nothing.
   */
  support?: string[];
  /**
   * Cơ quan ngoài phạm vi kế hoạch mà văn bản nhắc đến.
   *
   * Outside bodies that the text names.
   */
  partners?: string[];
  /**
   * Loại: deliverable (có sản phẩm), ongoing (thường xuyên), recurring (định kỳ), on-event (khi có sự kiện hoặc yêu cầu).
   *
   * Kind of task.
   */
  kind: 'deliverable' | 'ongoing' | 'recurring' | 'on-event';
  /**
   * Trả lời bằng: entry (một dòng báo cáo, mặc định), report (chính việc nộp báo cáo), none (không phải báo cáo).
   *
   * Answered by an entry (default), by filing the report itself, or not at all.
   */
  answeredBy?: 'entry' | 'report' | 'none';
  /**
   * true: nhiệm vụ là tham mưu, trình; ngày hoàn thành là ngày trình.
   *
   * true: the task is to submit something; the day of submission counts as completion.
   */
  submits?: boolean;
  /**
   * Sản phẩm phải có, theo thứ tự văn bản.
   *
   * What the task must yield, in the order of the text.
   */
  products?: {
    /**
     * Tên sản phẩm.
     *
     * Name of the product.
     */
    title: string;
    /**
     * Văn bản mà sản phẩm này thực hiện, sửa đổi hoặc thay thế.
     *
     * Documents that this product implements, amends or replaces.
     */
    references?: Citation[];
  }[];
  /**
   * Văn bản viện dẫn của nhiệm vụ.
   *
   * Documents that the task cites.
   */
  references?: Citation[];
  deadline?: DeadlineData;
  /**
   * Chỉ tiêu bằng số mà văn bản nêu.
   *
   * A figure that the text gives.
   */
  indicator?: {
    /**
     * Mã chỉ tiêu.
     *
     * Id of the indicator.
     */
    id: string;
    /**
     * Tên chỉ tiêu.
     *
     * Name of the indicator.
     */
    name: string;
    /**
     * Đơn vị tính.
     *
     * Unit.
     */
    unit?: string;
    /**
     * Mức văn bản nêu.
     *
     * The figure in the text.
     */
    target: number;
    /**
     * Đạt khi: không thấp hơn, không cao hơn, hoặc đúng bằng mức này.
     *
     * Met when at least, at most or exactly the target.
     */
    direction?: 'at-least' | 'at-most' | 'exactly';
    /**
     * true: văn bản ghi khoảng; chỉ để thông tin, không phải ngưỡng.
     *
     * true: the text says about; information, never a threshold.
     */
    approximate?: boolean;
    /**
     * Lời của văn bản.
     *
     * The words of the text.
     */
    words?: string;
  };
  /**
   * false: chưa có văn bản chính thức xác nhận.
   *
   * false: no official text at hand confirms this.
   */
  confirmed?: boolean;
  /**
   * Ghi chú của người biên soạn.
   *
   * The encoder's note.
   */
  note?: string;
}
/**
 * Tệp versions.yaml: các phiên bản đã công bố của kế hoạch, do dondoc plan release ghi.
 *
 * The file versions.yaml: the published versions of the plan, written by dondoc plan release.
 */
export interface VersionsFile {
  /**
   * Các phiên bản đã công bố, cũ trước mới sau.
   *
   * The published versions, oldest first.
   */
  versions: VersionData[];
}
export interface VersionData {
  /**
   * Phiên bản.
   *
   * Version.
   */
  version: string;
  /**
   * Dấu vân tay của nội dung phiên bản đó (đặt trong ngoặc kép).
   *
   * Fingerprint of what that version says (in quotes).
   */
  fingerprint: string;
  /**
   * Ngày công bố.
   *
   * Day of publication.
   */
  released: string;
}
