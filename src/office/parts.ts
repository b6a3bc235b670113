import type { Day } from '../day.ts';
import { escaped } from './xml.ts';
import { type Packed, packedFrom } from './zip.ts';

/** What begins every part that is XML. */
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** What the types of relations begin with, and those of a package itself. */
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const CORE = 'docProps/core.xml';

const relation = ([type, target]: readonly [string, string], i: number): string =>
  `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`;

const relationsXml = (list: readonly (readonly [type: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.map(relation).join('')}</Relationships>`;

/** The relations of a part, `rId1` the first of them; types by their last word. */
export const relationsOfPart = (name: string, list: readonly (readonly [type: string, target: string])[]): Packed =>
  packedFrom(name, relationsXml(list.map(([type, target]) => [`${RELATIONS}/${type}`, target])));

/** What every package begins with (ECMA-376 part 2): the type of each part, where to begin reading, what it says of itself. */
export function packageParts(
  main: string,
  types: readonly (readonly [part: string, type: string])[],
  { title, day, language }: { readonly title: string; readonly day?: Day; readonly language?: string },
): Packed[] {
  const all = [...types, [CORE, 'application/vnd.openxmlformats-package.core-properties+xml'] as const];
  const overrides = all.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`);
  const made = (name: string): string =>
    day === undefined ? '' : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`;
  const spoken = language === undefined ? '' : `<dc:language>${language}</dc:language>`;
  return [
    packedFrom(
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    ),
    packedFrom(
      '_rels/.rels',
      relationsXml([
        [`${RELATIONS}/officeDocument`, main],
        [`${PACKAGE}/relationships/metadata/core-properties`, CORE],
      ]),
    ),
    packedFrom(
      CORE,
      `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>dondoc</dc:creator>${made('created')}${made('modified')}${spoken}</cp:coreProperties>`,
    ),
  ];
}
