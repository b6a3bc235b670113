import { defineRule } from './rule.ts';

export default defineRule<{ version: string; recorded: string; now?: string }>({
  code: 'DD313',
  name: 'version-edited',
  severity: 'error',
  title: { vi: 'Phiên bản đã công bố bị sửa', en: 'Published version edited' },
  message: {
    vi: ({ version, recorded, now }) =>
      now === undefined
        ? `phiên bản ${version} đã công bố (${recorded}) không còn trong kế hoạch`
        : `nội dung phiên bản ${version} đã khác bản đã công bố (${recorded}, nay là ${now})`,
    en: ({ version, recorded, now }) =>
      now === undefined
        ? `the published version ${version} (${recorded}) is no longer in the plan`
        : `version ${version} no longer says what was published (${recorded}, now ${now})`,
  },
  why: {
    vi: 'Báo cáo đã lập theo phiên bản đã công bố; sửa nội dung phiên bản đó thì không ai biết báo cáo được đối chiếu với cái gì. Ghi chú, nguồn, tên viết tắt và cờ confirmed không nằm trong dấu vân tay nên vẫn sửa được.',
    en: 'Reports were made for the published version; once it says something else nobody knows what they were held against. Notes, sources, aliases and confirmed flags are outside the fingerprint and may be mended.',
  },
  fix: {
    vi: 'Trả các tệp kế hoạch về như khi công bố và đưa thay đổi vào một văn bản sửa đổi mới trong amendments/. Chỉ khi công bố nhầm mới bỏ dòng đó trong versions.yaml và chạy lại dondoc plan release.',
    en: 'Restore the files of the plan and put the change into a new amendment under amendments/. Only where it was published by mistake, take its line out of versions.yaml and run dondoc plan release again.',
  },
  example: () => ({
    bad: {
      'plan/versions.yaml': `versions:
  - { version: 1.1.0, fingerprint: "0123456789ab", released: 2024-01-20 } # <- DD313
  - { version: 1.2.0, fingerprint: "0123456789ac", released: 2024-01-20 } # <- DD313
`,
    },
    good: {},
  }),

  *check({ published, versions }) {
    for (const { version, fingerprint, at } of published) {
      const now = versions.find((plan) => plan.version === version)?.fingerprint;
      if (now !== fingerprint)
        yield { at, data: { version, recorded: fingerprint, ...(now === undefined ? {} : { now }) } };
    }
  },
});
