import type { CiName } from '../choices.ts';
import type { Lang, Text } from '../lang.ts';
import type { Plan } from '../model/plan.ts';
import { VERSION } from '../version.ts';
import { markdownText } from './visible.ts';

/** What a new repository of reports is made for. */
export interface RepositoryGiven {
  readonly plan: Plan;
  /** How dondoc.yaml names the plan: its number, or the folder of its copy. */
  readonly planName: string;
  /** The folder of reports, and that of the forms to fill in. */
  readonly reports: string;
  readonly templates: string;
  readonly period: string;
  readonly ci: CiName;
}

/** The tool, in the version that made the repository: a run next year says what a run today says. */
const TOOL = `npx --yes dondoc@${VERSION}`;

const words = {
  settings: {
    vi: 'Cấu hình của dondoc cho kho báo cáo này. Xem: dondoc config',
    en: 'Settings of dondoc for this repository of reports. See: dondoc config',
  },
  check: { vi: 'Kiểm tra báo cáo', en: 'Check reports' },
  state: { vi: 'Tình hình thực hiện', en: 'State of the plan' },
  hook: { vi: 'kiểm tra báo cáo', en: 'check reports' },
  compared: {
    vi: 'GitLab so với báo cáo này: nhánh chính để trống thì mọi phát hiện của merge request đều hiện.',
    en: 'GitLab compares with this one: where that of the main branch is empty, all of a merge request shows.',
  },
} satisfies Record<string, Text>;

/** The files of a repository of reports by their paths, without templates, plan and schemas. */
export function repositoryFiles(given: RepositoryGiven, lang: Lang): ReadonlyMap<string, string> {
  const ci: Readonly<Record<CiName, readonly [string, string]>> = {
    github: ['.github/workflows/dondoc.yml', githubWorkflow(given, lang)],
    gitlab: ['.gitlab-ci.yml', gitlabPipeline(given, lang)],
  };
  return new Map([
    ['dondoc.yaml', settings(given, lang)],
    ci[given.ci],
    ['.pre-commit-config.yaml', preCommit(given, lang)],
    ['.vscode/settings.json', editorSettings(given)],
    ['.gitignore', '.dondoc/\n'],
    ['.gitattributes', '*.xlsx binary\n*.xlsm binary\n*.yaml text eol=lf\n*.json text eol=lf\n'],
    ['README.md', readme(given)[lang]],
  ]);
}

const settings = ({ planName, reports }: RepositoryGiven, lang: Lang): string =>
  `# yaml-language-server: $schema=schemas/config.schema.json
# ${words.settings[lang]}
plan: ${JSON.stringify(planName)}
reports: ${reports}
lang: ${lang}
fail-on: error
cache: true
`;

/** Names that come from outside reach the shell as variables, never as parts of a command. */
const githubWorkflow = ({ reports }: RepositoryGiven, lang: Lang): string => `name: dondoc
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  check:
    name: ${words.check[lang]}
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v5
        with:
          node-version: 24
      - run: ${TOOL} check --changed "origin/$GITHUB_BASE_REF" --format github
  state:
    name: ${words.state[lang]}
    if: github.event_name == 'push'
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 24
      - run: ${TOOL} summary ${reports} -o summary.md -o summary.html -o summary.xlsx
      - run: cat summary.md >> "$GITHUB_STEP_SUMMARY"
      - uses: actions/upload-artifact@v4
        with:
          name: dondoc
          path: |
            summary.html
            summary.xlsx
`;

/** GitLab shows the code quality of a merge request only beside one of its target. */
const gitlabPipeline = ({ reports }: RepositoryGiven, lang: Lang): string => `default:
  image: node:24
variables:
  GIT_DEPTH: 0
check:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - ${TOOL} check --changed "origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME" --format text -o - --format gitlab -o gl-code-quality-report.json --format junit -o dondoc-junit.xml --format markdown -o dondoc.md
  artifacts:
    when: always
    expose_as: dondoc
    paths: [dondoc.md]
    reports:
      codequality: gl-code-quality-report.json
      junit: dondoc-junit.xml
state:
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - ${TOOL} summary ${reports} -o summary.html -o summary.xlsx
    # ${words.compared[lang]}
    - echo '[]' > gl-code-quality-report.json
  artifacts:
    paths: [summary.html, summary.xlsx]
    reports:
      codequality: gl-code-quality-report.json
`;

const preCommit = ({ reports }: RepositoryGiven, lang: Lang): string => `repos:
  - repo: local
    hooks:
      - id: dondoc
        name: dondoc, ${words.hook[lang]}
        language: node
        additional_dependencies: ['dondoc@${VERSION}']
        entry: dondoc check
        files: ^${reports}/.*\\.(xlsx|xlsm|ya?ml|json)$
        require_serial: true
`;

const editorSettings = ({ reports }: RepositoryGiven): string =>
  `${JSON.stringify(
    {
      'yaml.schemas': {
        './schemas/report.schema.json': `${reports}/*/*.yaml`,
        './schemas/register.schema.json': `${reports}/register.yaml`,
        './schemas/config.schema.json': 'dondoc.yaml',
      },
      'json.schemas': [{ fileMatch: [`${reports}/*/*.json`], url: './schemas/report.schema.json' }],
    },
    undefined,
    2,
  )}\n`;

const readme = ({ plan, reports, templates, period, ci }: RepositoryGiven): Text => ({
  vi: `# Báo cáo thực hiện Kế hoạch số ${markdownText(plan.number)}

Kho này giữ báo cáo của các cơ quan, đơn vị. Mỗi kỳ một thư mục (\`${reports}/${period}\`), mỗi cơ quan một tệp.

## Đơn vị báo cáo

1. Lấy tệp mang tên cơ quan mình trong \`${templates}/${period}\`, điền (Excel, LibreOffice hoặc WPS; xem trang “Hướng dẫn”
   trong tệp), lưu vào \`${reports}/${period}\` (chưa có thư mục thì tạo).
2. Kiểm tra trước khi gửi (cần Node 20.19 trở lên): \`npx dondoc@${VERSION} check ${reports}/${period}/TỆP\`. Mỗi lỗi có
   chỗ, lý do và cách sửa.
3. Gửi lên thành một ${ci === 'github' ? 'pull request' : 'merge request'}. Máy kiểm tra ngay, chỉ đúng dòng (YAML) hoặc đúng ô
   (Excel) có lỗi.

## Cơ quan đầu mối

- Tình hình hiện nay: \`npx dondoc@${VERSION} summary\`; trang để xem và in: thêm \`-o tong-hop.html\`.
- Công văn đôn đốc: \`npx dondoc@${VERSION} draft letter -o cong-van\`; báo cáo tổng hợp:
  \`npx dondoc@${VERSION} draft report --period ${period} -o bao-cao.docx\`.
- Mẫu của kỳ sau: \`npx dondoc@${VERSION} template --period KỲ --format xlsx -o ${templates}/KỲ\`.
- Ý kiến thẩm định, văn bản đến, sự kiện phát sinh ghi vào \`${reports}/register.yaml\`.
- Kho đã có nhiều báo cáo cũ còn lỗi thì ghi nhận các lỗi hiện có; đến hết ngày đã ghi, chỉ lỗi mới bị chặn:
  \`npx dondoc@${VERSION} baseline --period all --reason "LÝ DO" --by "CƠ QUAN" --until YYYY-MM-DD\`.

Cấu hình: \`dondoc.yaml\`. Kiểm tra trước mỗi lần ghi (không bắt buộc): \`pre-commit install\`.
`,
  en: `# Reports on plan ${markdownText(plan.number)}

This repository holds the reports of the bodies that the plan names: a folder for each period (\`${reports}/${period}\`), a
file for each body.

## Filing a report

1. Take the file with the name of your body from \`${templates}/${period}\`, fill it in (an Excel form has a guide as its
   second sheet), and save it in \`${reports}/${period}\` (make the folder where it is not there).
2. Check it before you send it (Node 20.19 or later): \`npx dondoc@${VERSION} check ${reports}/${period}/FILE\`. Each fault
   has its place, its reason and what to do.
3. Send it as a ${ci === 'github' ? 'pull request' : 'merge request'}. It is checked at once, and each fault is shown at
   its line (YAML) or cell (Excel).

## Coordinating

- The state of the plan: \`npx dondoc@${VERSION} summary\`; a page to look at and print: add \`-o summary.html\`.
- Letters that press for what is late: \`npx dondoc@${VERSION} draft letter -o letters\`; the consolidated report:
  \`npx dondoc@${VERSION} draft report --period ${period} -o report.docx\` (both in Vietnamese).
- Templates for the next period: \`npx dondoc@${VERSION} template --period P --format xlsx -o ${templates}/P\`.
- Appraisals, letters received and events go into \`${reports}/register.yaml\`.
- With years of old reports, record what is wrong today; until the day given only new faults count:
  \`npx dondoc@${VERSION} baseline --period all --reason "WHY" --by "WHO" --until YYYY-MM-DD\`.

Settings: \`dondoc.yaml\`. To check before each commit (optional): \`pre-commit install\`.
`,
});
