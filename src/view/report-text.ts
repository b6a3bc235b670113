/** A report's data as YAML, in the order in which its fields stand. */
export const reportYaml = (data: object): string => `${lines(data, '').join('\n')}\n`;

/** A report's data as JSON. */
export const reportJson = (data: object): string => `${JSON.stringify(data, undefined, 2)}\n`;

function lines(data: object, indent: string): string[] {
  return Object.entries(data).flatMap(([key, value]: [string, unknown]) => {
    if (value === undefined) return [];
    if (typeof value === 'string' || typeof value === 'number') return [`${indent}${key}: ${valueText(key, value)}`];
    if (!Array.isArray(value)) return [`${indent}${key}:`, ...lines(value as object, `${indent}  `)];
    if (value.length === 0) return [`${indent}${key}: []`];
    return [
      `${indent}${key}:`,
      ...(value as object[]).flatMap((item) => {
        const [first = '', ...rest] = lines(item, `${indent}    `);
        return [`${indent}  - ${first.trimStart()}`, ...rest];
      }),
    ];
  });
}

/** A period such as 2025 is text where it was text. */
const valueText = (key: string, value: string | number): string =>
  key === 'period' && typeof value === 'string' ? JSON.stringify(value) : yamlScalar(value);

/** A value as one YAML scalar on one line; quoted wherever plain text could be read as something else. */
export function yamlScalar(text: string | number, inFlow = false): string {
  if (typeof text === 'number') return String(text);
  const plain = inFlow ? /^[\p{L}(][\p{L}\p{N} ./()–-]*$/u : /^[\p{L}(][\p{L}\p{N} ,./()–;-]*$/u;
  const day = /^\d{4}-\d{2}-\d{2}$/;
  const number = /^\d+(\/\d{4})?\/\p{Lu}[\p{L}\d-]*$/u;
  const version = /^\d+\.\d+\.\d+$/;
  const word = /^(true|false|null|yes|no|on|off|y|n)$/i;
  return (plain.test(text) && !text.endsWith(' ') && !word.test(text)) ||
    [day, number, version].some((form) => form.test(text))
    ? text
    : JSON.stringify(text);
}
