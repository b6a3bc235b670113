/** The small invented plan that the examples of the rules are tried on. */
export const examplePlan = {
  'plan/source.txt': `Số: 12/KH-UBND
Ngày 15 tháng 01 năm 2024

KẾ HOẠCH
Phát triển cụm công nghiệp đến năm 2026

II. NHIỆM VỤ

1. Phát triển cụm công nghiệp

a) Sở Công Thương

- Tham mưu UBND tỉnh ban hành Đề án phát triển cụm công nghiệp trước ngày 30/6/2024, theo Nghị quyết số 10/NQ-CP ngày 05/01/2024 của Chính phủ.

- Chủ trì, phối hợp với Sở Tài chính tuyên truyền chính sách hỗ trợ doanh nghiệp.

b) Sở Tài chính: Trình UBND tỉnh quy định hỗ trợ lãi suất và bảng phí dịch vụ giai đoạn 2024-2025 (thay thế Quyết định số 05/2020/QĐ-UBND ngày 02/3/2020).

c) UBND các huyện: Hằng năm bố trí ít nhất 5% ngân sách cho khuyến công.
`,
  'plan/plan.yaml': `number: 12/KH-UBND
title: Kế hoạch phát triển cụm công nghiệp đến năm 2026
issuer: ubnd-tinh
date: 2024-01-15
horizon: 2026
version: 1.1.0
language: vi
timezone: Asia/Ho_Chi_Minh
coordinator: so-cong-thuong
recipient: ubnd-tinh
basis: [10/NQ-CP]
source:
  file: source.txt
  parts:
    - { from: 7, to: 19 }
sections:
  - { id: II, title: NHIỆM VỤ, line: 7 }
  - { id: II.1, title: Phát triển cụm công nghiệp, line: 9 }
reporting:
  frequency: yearly
  first: "2024"
  due: { month: 0, day: 31, basis: stated }
  owners: [so-cong-thuong, so-tai-chinh, cac-huyen]
`,
  'plan/owners.yaml': `owners:
  - { id: so-cong-thuong, name: Sở Công Thương, aliases: [Sở CT], authority: provincial }
  - { id: so-tai-chinh, name: Sở Tài chính, authority: provincial }
  - { id: huyen-ha, name: UBND huyện Hạ, authority: district }
  - { id: huyen-thuong, name: UBND huyện Thượng, authority: district }
groups:
  - { id: cac-huyen, name: UBND các huyện, members: [huyen-ha, huyen-thuong] }
partners:
  - { id: ubnd-tinh, name: UBND tỉnh }
`,
  'plan/references.yaml': `references:
  - { number: 10/NQ-CP, kind: Nghị quyết, date: 2024-01-05, title: Nghị quyết về phát triển cụm công nghiệp }
  - { number: 05/2020/QĐ-UBND, kind: Quyết định, date: 2020-03-02, title: Quyết định về hỗ trợ lãi suất }
`,
  'plan/tasks.yaml': `tasks:
  - id: II.1.a.1
    text: Tham mưu UBND tỉnh ban hành Đề án phát triển cụm công nghiệp trước ngày 30/6/2024, theo Nghị quyết số 10/NQ-CP ngày 05/01/2024 của Chính phủ.
    source: { heading: 11, lines: [13] }
    lead: [so-cong-thuong]
    kind: deliverable
    submits: true
    products:
      - title: Đề án phát triển cụm công nghiệp
    references:
      - { ref: 10/NQ-CP, relation: implements }
    deadline: { date: 2024-06-30, basis: stated, words: trước ngày 30/6/2024 }
  - id: II.1.a.2
    text: Chủ trì, phối hợp với Sở Tài chính tuyên truyền chính sách hỗ trợ doanh nghiệp.
    source: { heading: 11, lines: [15] }
    lead: [so-cong-thuong]
    support: [so-tai-chinh]
    kind: ongoing
  - id: II.1.b
    text: Trình UBND tỉnh quy định hỗ trợ lãi suất và bảng phí dịch vụ giai đoạn 2024-2025 (thay thế Quyết định số 05/2020/QĐ-UBND ngày 02/3/2020).
    source: { heading: 17, lines: [17] }
    lead: [so-tai-chinh]
    kind: deliverable
    products:
      - title: Quy định hỗ trợ lãi suất
        references:
          - { ref: 05/2020/QĐ-UBND, relation: replaces }
      - title: Bảng phí dịch vụ
    deadline: { date: 2025-12-31, basis: derived, words: giai đoạn 2024-2025 }
  - id: II.1.c
    text: Hằng năm bố trí ít nhất 5% ngân sách cho khuyến công.
    source: { heading: 19, lines: [19] }
    lead: [cac-huyen]
    kind: recurring
    indicator: { id: khuyen-cong, name: Tỷ lệ chi khuyến công, unit: "%", target: 5, direction: at-least }
`,
} as const satisfies Readonly<Record<string, string>>;
