export type LegacyCode = 'TCVN3' | 'VNI';
export function legacyText(_text: string): { readonly code: LegacyCode; readonly converted: string } | undefined {
  return undefined;
}
export function legacyBytes(_bytes: Uint8Array): { readonly code: string; readonly text: string } | undefined {
  return undefined;
}
