import type { Lang, Text } from '../lang.ts';
import type { Figure } from '../model/figures.ts';
import type { Class, Why } from '../model/ledger.ts';
import type { Basis, Kind, Relation, Section } from '../model/plan.ts';
import type { Skip } from '../read/files.ts';
import type { Severity } from '../rules/rule.ts';

/** The interface's words for the words of the code (the design's section 2 and 3). */

export const severityWords: Readonly<Record<Severity, Text>> = {
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
  info: { vi: 'lưu ý', en: 'info' },
};

export const whyWords: Readonly<Record<Why, Text>> = {
  'no-file': { vi: 'chưa nộp báo cáo', en: 'no report filed' },
  'no-form': {
    vi: 'có văn bản nhưng chưa nộp theo mẫu',
    en: 'a document came, but no report in the form',
  },
  unreadable: { vi: 'báo cáo không dùng được', en: 'report not usable' },
  'no-entry': { vi: 'báo cáo thiếu nhiệm vụ', en: 'report leaves the task out' },
  'wrong-id': { vi: 'báo cáo ghi sai mã nhiệm vụ', en: 'report has it under a wrong id' },
  blank: { vi: 'dòng để trống', en: 'entry left blank' },
  returned: { vi: 'bị trả lại', en: 'returned' },
};

export const classWords: Readonly<Record<Class, Text>> = {
  'completed-on-time': { vi: 'hoàn thành đúng hạn', en: 'completed on time' },
  'completed-late': { vi: 'hoàn thành quá hạn', en: 'completed late' },
  'in-term': { vi: 'chưa hoàn thành trong hạn', en: 'in term' },
  overdue: { vi: 'chưa hoàn thành quá hạn', en: 'reported but overdue' },
  ongoing: { vi: 'thường xuyên có báo cáo', en: 'ongoing, reported' },
  'none-arisen': { vi: 'không phát sinh', en: 'none arisen' },
  unreported: { vi: 'chưa báo cáo', en: 'unreported' },
  'not-due': { vi: 'chưa đến kỳ', en: 'not due' },
  waived: { vi: 'được miễn', en: 'waived' },
};

/** What each number of a table counts. */
export const figureWords: Readonly<Record<Figure, Text>> = {
  ...classWords,
  rows: { vi: 'tất cả lượt theo dõi', en: 'all rows' },
  'unreported-in-term': { vi: 'chưa báo cáo, trong hạn', en: 'unreported, in term' },
  'unreported-past-deadline': { vi: 'chưa báo cáo, đã quá hạn', en: 'unreported, past the deadline' },
  completed: { vi: 'hoàn thành', en: 'completed' },
  'all-overdue': { vi: 'quá hạn', en: 'all overdue' },
  due: { vi: 'đã đến hạn', en: 'due' },
  'completed-due': { vi: 'đã đến hạn và hoàn thành', en: 'due and completed' },
  'said-completed': { vi: 'tự báo hoàn thành', en: 'said to be completed' },
  accepted: { vi: 'được chấp nhận hoàn thành', en: 'accepted' },
  returned: { vi: 'bị trả lại', en: 'returned' },
};

export const kindWords: Readonly<Record<Kind, Text>> = {
  deliverable: { vi: 'có sản phẩm', en: 'deliverable' },
  ongoing: { vi: 'thường xuyên', en: 'ongoing' },
  recurring: { vi: 'định kỳ', en: 'recurring' },
  'on-event': { vi: 'khi có sự kiện', en: 'on event' },
};

export const basisWords: Readonly<Record<Basis, Text>> = {
  stated: { vi: 'văn bản ghi rõ', en: 'stated in the text' },
  derived: { vi: 'suy ra từ văn bản', en: 'derived from the text' },
  event: { vi: 'tính từ sự kiện', en: 'counted from an event' },
  assumed: { vi: 'mốc theo dõi tự đặt', en: 'assumed tracking date' },
};

export const relationWords: Readonly<Record<Relation, Text>> = {
  implements: { vi: 'thực hiện', en: 'implements' },
  amends: { vi: 'sửa đổi, bổ sung', en: 'amends' },
  replaces: { vi: 'thay thế', en: 'replaces' },
  cites: { vi: 'viện dẫn', en: 'cites' },
};

export const skipWords: Readonly<Record<Skip, Text>> = {
  hidden: { vi: 'tệp ẩn', en: 'hidden' },
  'lock-file': { vi: 'tệp khóa tạm', en: 'lock file' },
  'other-format': {
    vi: 'không phải .xlsx, YAML hay JSON; báo cáo ở dạng khác thì lưu lại thành .xlsx',
    en: 'neither .xlsx nor YAML nor JSON; save a report in another format as .xlsx',
  },
  link: { vi: 'liên kết', en: 'link' },
  'unreadable-folder': { vi: 'thư mục không mở được', en: 'folder cannot be opened' },
  settings: { vi: 'tệp cấu hình', en: 'settings' },
  special: { vi: 'không phải tệp thường', en: 'not a regular file' },
};

/** A section as a sentence names it; in Vietnamese those at the top of a plan are its parts. */
export const sectionText = ({ id }: Pick<Section, 'id'>, lang: Lang): string =>
  `${{ vi: id.includes('.') ? 'mục' : 'phần', en: 'section' }[lang]} ${id}`;
