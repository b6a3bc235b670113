// The file in which the pieces of the bundle stand, each with the code that V8 compiled of it before: one file is opened,
// and of it read what a run needs.
const { openSync, readSync } = require('node:fs');

/** So many bytes at its start say where each piece stands: its offset, the bytes of its source and those of its code cache. */
const HEAD = 16_384;

/** V8 copies a code cache that does not begin at a multiple of this. */
const ALIGNMENT = 8;

/** The pieces of a file, by name: each with its source, which is ASCII, and its code cache, if there was one. */
function piecesIn(path) {
  const descriptor = openSync(path);
  const read = (bytes, offset) => {
    for (let done = 0; done < bytes.length;) {
      const more = readSync(descriptor, bytes, done, bytes.length - done, offset + done);
      if (more === 0) throw new Error(`${path} is damaged`);
      done += more;
    }
    return bytes;
  };
  const spans = headIn(path, read(Buffer.allocUnsafeSlow(HEAD), 0));
  // What no piece has touched of it takes no memory.
  const room = Buffer.allocUnsafeSlow(Math.max(...Object.values(spans).map(([, length, cached]) => length + cached)));
  return {
    names: Object.keys(spans),
    /** The code cache of a piece is there until the next piece is asked for: new memory would cost as much as reading it. */
    piece(name) {
      const [offset, length, cached] = spans[name];
      const bytes = read(room.subarray(0, length + cached), offset);
      return { source: bytes.latin1Slice(0, length), cachedData: cached > 0 ? bytes.subarray(length) : undefined };
    },
  };
}

function headIn(path, bytes) {
  try {
    return JSON.parse(bytes.latin1Slice());
  } catch {
    throw new Error(`${path} is damaged`);
  }
}

/** Such a file. */
function packed(pieces) {
  const parts = pieces.map(({ name, source, cachedData = Buffer.alloc(0) }) => {
    const padded = Math.ceil(source.length / ALIGNMENT) * ALIGNMENT;
    return { name, source: Buffer.from(source.padEnd(padded), 'latin1'), cachedData };
  });
  let end = HEAD;
  const spans = parts.map(({ name, source, cachedData }) => {
    const offset = end;
    end += source.length + cachedData.length;
    return [name, [offset, source.length, cachedData.length]];
  });
  const head = JSON.stringify(Object.fromEntries(spans)).padEnd(HEAD);
  if (head.length > HEAD) throw new Error(`${pieces.length} pieces are too many`);
  return Buffer.concat([Buffer.from(head), ...parts.flatMap(({ source, cachedData }) => [source, cachedData])]);
}

module.exports = { piecesIn, packed };
