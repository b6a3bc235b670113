import type { Lang } from '../../lang.ts';
import type { Published } from '../../model/history.ts';

const HEAD = {
  vi: 'Các phiên bản đã công bố, do lệnh dondoc plan release ghi; không sửa tay.',
  en: 'The published versions, written by dondoc plan release; not to be edited by hand.',
};

/** The file versions.yaml of a plan. */
export const versionsFile = (versions: readonly Omit<Published, 'at'>[], schema: string, lang: Lang): string =>
  [
    `# yaml-language-server: $schema=${schema}`,
    `# ${HEAD[lang]}`,
    'versions:',
    ...versions.flatMap(({ version, fingerprint, released }) => [
      `  - version: ${version}`,
      `    fingerprint: "${fingerprint}"`,
      `    released: ${released}`,
    ]),
    '',
  ].join('\n');
