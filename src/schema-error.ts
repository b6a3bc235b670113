/** What a validator says of one value: what it breaks, and what the schema has there. */
export interface SchemaError {
  readonly keyword: string;
  /** A JSON pointer. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The errors so far with one more. Validators are full of it: written out, they would take longer to load. */
export function withError(
  errors: SchemaError[] | null,
  instancePath: string,
  keyword: string,
  parameter: string,
  value: unknown,
): SchemaError[] {
  const all = errors ?? [];
  all.push({ instancePath, keyword, params: { [parameter]: value } });
  return all;
}
