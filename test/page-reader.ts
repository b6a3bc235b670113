/** An element of a page, or its text. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Node | string)[];
}

const VOID = new Set(['meta', 'col', 'line', 'circle', 'polyline', 'img', 'br', 'link', 'input']);
const TOKEN = /<!doctype html>|<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z0-9:-]+="[^"<>]*")*)\/?>|([^<]+)/gy;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

const unescaped = (text: string): string =>
  text.replace(/>|&([a-z]+|#39)?;?/g, (found, name?: string) => {
    const letter = ENTITIES[name ?? ''];
    if (letter === undefined) throw new Error(`a bare ${found}`);
    return letter;
  });

/** The tree of a page that is written strictly: every tag closed, every value quoted, nothing bare; else it throws. */
export function parsed(html: string): Node {
  const root: Node = { name: '', attributes: {}, children: [] };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < html.length) {
    const from = TOKEN.lastIndex;
    const [whole, slash, name, attributes = '', text] = TOKEN.exec(html) ?? [];
    if (whole === undefined) throw new Error(`not a tag: ${html.slice(from, from + 80)}`);
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.children.push(parent.name === 'style' ? text : unescaped(text));
    else if (slash === '/') {
      if (parent.name !== name) throw new Error(`</${name ?? ''}> closes <${parent.name}>`);
      open.pop();
    } else if (name !== undefined) {
      const pairs = [...attributes.matchAll(/ ([a-zA-Z0-9:-]+)="([^"]*)"/g)];
      const node: Node = {
        name,
        attributes: Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, unescaped(value)])),
        children: [],
      };
      parent.children.push(node);
      if (!VOID.has(name)) open.push(node);
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name ?? ''}> is not closed`);
  return root;
}

/** The elements below one, in their order, that are as asked. */
export const all = (node: Node, is: (node: Node) => boolean): Node[] =>
  node.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(is(child) ? [child] : []), ...all(child, is)],
  );

/** What an element says. */
export const textOf = (node: Node): string =>
  node.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
    .replace(/\n/g, '');

/** The elements with their attributes' names, without any text; boxes for long texts left out. */
export function shapeOf(node: Node): string {
  const inner = node.children.map((child) => (typeof child === 'string' ? '' : shapeOf(child))).join('');
  return node.attributes['class'] === 'long'
    ? inner
    : `<${[node.name, ...Object.keys(node.attributes)].join(' ')}>${inner}`;
}
