import { resolve } from 'node:path';
import type { Lang, Text } from '../lang.ts';
import { appendToFile } from '../write/write.ts';
import type { Io } from './io.ts';
import type { OutputOptions } from './outputs.ts';

/** Where GitLab looks for it by custom; the job still has to name it under `artifacts:reports:codequality`. */
const GITLAB_REPORT = 'gl-code-quality-report.json';

const said = {
  github: {
    vi: 'đang chạy trong GitHub Actions nên in dạng github; muốn dạng thường: --format text',
    en: 'running in GitHub Actions, so the format is github; for the usual one: --format text',
  },
  gitlab: {
    vi: `đang chạy trong GitLab CI nên ghi thêm ${GITLAB_REPORT}; không muốn ghi: --format text`,
    en: `running in GitLab CI, so ${GITLAB_REPORT} is written too; to do without: --format text`,
  },
} satisfies Record<string, Text>;

/** The options for each turn of output: those given, or, where none were, those that fit the CI service; that is said on stderr. */
export function turnsIn(io: Io, { format, output, ...given }: OutputOptions, lang: Lang): readonly OutputOptions[] {
  const asked = { ...given, ...(format ? { format } : {}), ...(output ? { output } : {}) };
  const service = format || output ? undefined : serviceOf(io);
  if (service === undefined) return [asked];
  io.stderr.write(`${said[service][lang]}\n`);
  return service === 'github'
    ? [{ ...given, format: ['github'] }]
    : [asked, { ...given, format: ['gitlab'], output: [GITLAB_REPORT], replaces: 'own' }];
}

const serviceOf = ({ env }: Io): 'github' | 'gitlab' | undefined =>
  env['GITHUB_ACTIONS'] === 'true' ? 'github' : env['GITLAB_CI'] === 'true' ? 'gitlab' : undefined;

/** Adds to the summary of the step, where the form is GitHub's and there is a step. */
export async function summarize(
  { cwd, env }: Io,
  turns: readonly OutputOptions[],
  markdown: () => Promise<string>,
): Promise<void> {
  const path = env['GITHUB_STEP_SUMMARY'];
  if (!path || !turns.some(({ format }) => format?.includes('github'))) return;
  appendToFile(resolve(cwd, path), await markdown());
}
