import type { Text } from '../../lang.ts';

/** What the page says of itself; what it says of the meeting stands with the notes, lists and columns of every format. */
export const words = {
  skip: { vi: 'Đến nội dung chính', en: 'Skip to the main contents' },
  contents: { vi: 'Nội dung', en: 'Contents' },
  headline: { vi: 'Số chính', en: 'Main figures' },
  bars: { vi: 'Cơ cấu lượt theo dõi', en: 'What became of the rows' },
  table: { vi: 'Bảng tổng hợp', en: 'Table' },
  grid: { vi: 'Từng cơ quan qua các kỳ', en: 'Bodies over the periods' },
  indicators: { vi: 'Chỉ tiêu qua các kỳ', en: 'Indicators over the periods' },
  lists: { vi: 'Danh sách', en: 'Lists' },
  rows: { vi: 'Từng lượt theo dõi', en: 'Every row' },
  traces: { vi: 'Từ con số đến từng lượt', en: 'From the numbers to their rows' },
  notes: { vi: 'Ghi chú', en: 'Notes' },
  close: { vi: 'Đóng', en: 'Close' },
  none: { vi: 'không có', en: 'none' },

  reports: { vi: 'Báo cáo được tính', en: 'Reports that count' },
  ofBodies: { vi: 'cơ quan phải báo cáo', en: 'bodies that owe one' },
  ofReports: { vi: 'báo cáo phải nộp', en: 'reports owed' },
  due: { vi: 'hạn nộp', en: 'due' },
  outOf: { vi: 'trên', en: 'of' },
  rowsHead: { vi: 'Lượt theo dõi', en: 'Rows' },
  tasks: { vi: 'nhiệm vụ', en: 'tasks' },
  from: { vi: 'của', en: 'from' },
  rowIs: {
    vi: 'mỗi lượt là một nhiệm vụ của một cơ quan trong một kỳ',
    en: 'a row is one task of one body in one period',
  },
  completed: { vi: 'Đã hoàn thành', en: 'Completed' },
  ofAll: { vi: 'của tất cả', en: 'of all' },
  ofDue: { vi: 'của số đã đến hạn', en: 'of those due' },
  rowsUnit: { vi: 'lượt', en: 'rows' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  reported: { vi: 'có báo cáo', en: 'reported' },
  unreported: { vi: 'chưa báo cáo', en: 'unreported' },
  unreportedHead: { vi: 'Chưa báo cáo', en: 'Unreported' },
  inTerm: { vi: 'việc chưa quá hạn', en: 'whose work is not overdue' },
  past: { vi: 'việc đã quá hạn, đã tính trong số quá hạn', en: 'whose work is overdue, counted as overdue too' },

  barsHow: {
    vi: 'Mỗi thanh là tất cả lượt của một dòng; số trong thanh là số lượt. Cùng các số ấy có trong bảng tổng hợp.',
    en: 'Each bar is all rows of a line; the numbers in it are numbers of rows. The table has the same numbers.',
  },
  traced: {
    vi: 'Bấm vào một con số để xem các lượt mà nó đếm.',
    en: 'Follow a number to the rows that it counts.',
  },
  legend: { vi: 'Chú giải', en: 'Legend' },
  gridHow: {
    vi: 'Trong mỗi ô, lần lượt: ✓ hoàn thành, ! quá hạn, ? chưa báo cáo (lượt chưa báo cáo mà việc đã quá hạn được tính ở cả hai), rồi tổng số lượt. Nền ô đậm dần theo tỷ lệ lượt quá hạn hoặc chưa báo cáo:',
    en: 'Each cell has, in this order: ✓ completed, ! overdue, ? unreported (an unreported row whose work is overdue counts as both), then the number of rows. The shade deepens with the share of rows overdue or unreported:',
  },
  gridRest: {
    vi: 'Các lượt của kỳ khác không có trên trang này; để xem, chạy lại với',
    en: 'The rows of other periods are not on this page; to see them, run it again with',
  },
  shown: { vi: 'đang xem', en: 'shown' },
  notDue: { vi: 'chưa đến kỳ', en: 'not due' },
  noRows: { vi: 'không có lượt nào', en: 'no rows' },
  over: { vi: 'trên', en: 'over' },
  upTo: { vi: 'đến', en: 'up to' },

  class: { vi: 'Xếp loại', en: 'Class' },
  course: { vi: 'Diễn biến', en: 'Course' },
  target: { vi: 'mức kế hoạch', en: 'target' },
} satisfies Record<string, Text>;
