// Counted loops: what the build makes of `for (const each of all)` where the types say that `all` is an array. V8 makes an
// object for each step of an iterator until it has optimized the loop, which it never does with most code of a run: a
// thirtieth of the time of a check of 1,000 reports, a fiftieth on 10,000.
import { dirname } from 'node:path';
import ts from 'typescript';

/** The files of a project that have such loops, with these written otherwise, by their paths (with forward slashes). */
export function withCountedLoops(configFile) {
  const { config } = ts.readConfigFile(configFile, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(configFile));
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const isArray = (type) =>
    type.isUnion() ? type.types.every(isArray) : checker.isArrayType(type) || checker.isTupleType(type);
  const rewritten = new Map();
  for (const file of program.getSourceFiles()) {
    if (file.isDeclarationFile) continue;
    const edits = [];
    const visit = (node) => {
      if (ts.isForOfStatement(node) && !node.awaitModifier && isArray(checker.getTypeAtLocation(node.expression)))
        edits.push(...counted(node, file, edits.length));
      ts.forEachChild(node, visit);
    };
    visit(file);
    if (edits.length > 0) rewritten.set(file.fileName, edited(file.text, edits));
  }
  return rewritten;
}

/** `for (let i = 0, list = all; i < list.length; i++) { const each = list[i]; … }`: lists that grow meanwhile are gone through, too. */
function counted({ initializer, expression, statement }, file, number) {
  const [index, list] = [`index$${number}`, `list$${number}`];
  const variable = initializer.declarations[0].name.getText(file);
  const keyword = initializer.flags & ts.NodeFlags.Const ? 'const' : 'let';
  const body = statement.getStart(file);
  return [
    { start: initializer.getStart(file), end: expression.getStart(file), text: `let ${index} = 0, ${list} = ` },
    {
      start: expression.end,
      end: body,
      text: `; ${index} < ${list}.length; ${index}++) { ${keyword} ${variable} = ${list}[${index}]; `,
    },
    { start: statement.end, end: statement.end, text: ' }' },
  ];
}

/** A text with pieces of it replaced, from its end on: no place moves that is still to come. */
const edited = (text, edits) =>
  edits
    .sort((a, b) => b.start - a.start)
    .reduce((left, { start, end, text }) => left.slice(0, start) + text + left.slice(end), text);
