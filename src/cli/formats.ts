/** The forms in which each verb gives its result; the first is the one for the screen. */
export const FORMATS = {
  check: ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'],
  summary: ['text', 'json', 'markdown', 'csv', 'html', 'xlsx', 'docx', 'ics'],
  proposals: ['text', 'json', 'markdown'],
  draft: ['text', 'docx'],
  plan: ['text', 'json'],
  explain: ['text', 'json', 'markdown'],
  config: ['text', 'json'],
  history: ['text', 'json', 'markdown'],
} as const;
