// The small bugs that can be planted in a source file, and a text of the file that holds several of them, each switched on by its number.
import ts from 'typescript'

const swaps = new Map(
  Object.entries({
    '===': '!==',
    '!==': '===',
    '<': '<=',
    '<=': '<',
    '>': '>=',
    '>=': '>',
    '&&': '||',
    '||': '&&',
    '+': '-',
    '-': '+',
    '*': '/',
    '/': '*',
    '+=': '-=',
    '-=': '+=',
  }),
)

/** The mutants of a file: the expression that each replaces (`start` to `end`), by what, and what a reader is told of it. */
export function mutantsOf(file, text) {
  const tree = parse(text)
  const mutants = []
  const add = (node, now, { was = textOf(node), shown = now, kind }) => {
    const start = node.getStart(tree)
    const line = tree.getLineAndCharacterOfPosition(start).line + 1
    mutants.push({ file, line, start, end: node.end, was: was.slice(0, 60), now, shown: shown.slice(0, 60), kind })
  }
  const textOf = (node) => node.getText(tree)
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return
    if (ts.isBinaryExpression(node)) {
      const sign = textOf(node.operatorToken)
      const now = swaps.get(sign)
      const [left, right] = [textOf(node.left), textOf(node.right)]
      if (now !== undefined && !joinsText(node)) {
        const swapped = sign.endsWith('=') && sign.length === 2 && '+-'.includes(sign[0]) ? left : `(${left})`
        add(node, `${swapped} ${now} (${right})`, { was: `${left} ${sign} ${right}`, shown: now, kind: 'operator' })
      }
      if (sign === '??') {
        if (isElement(node.left)) add(node, `${left} && (${right})`, { kind: 'operator' })
        else add(node, left, { kind: 'default dropped' })
      }
    } else if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
      const condition = ts.isIfStatement(node) ? node.expression : node.condition
      add(condition, 'true', { kind: 'condition dropped' })
      add(condition, 'false', { kind: 'condition dropped' })
    } else if (ts.isPrefixUnaryExpression(node)) {
      if (node.operator === ts.SyntaxKind.ExclamationToken)
        add(node, textOf(node.operand), { kind: 'negation dropped' })
      if (node.operator === ts.SyntaxKind.MinusToken) add(node, `+${textOf(node.operand)}`, { kind: 'sign' })
    } else if (ts.isNumericLiteral(node)) {
      if (![node.parent.name, node.parent.propertyName].includes(node) && !isSentinel(node) && !isForCompiler(node))
        add(node, String(Number(node.text) + 1), { kind: 'constant' })
    } else if (ts.isStringLiteral(node)) {
      if (!isName(node)) add(node, node.text === '' ? "'mutant'" : "''", { kind: 'constant' })
    } else if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
      add(node, node.kind === ts.SyntaxKind.TrueKeyword ? 'false' : 'true', { kind: 'constant' })
    } else if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) {
      if (node.expression.expression.kind !== ts.SyntaxKind.SuperKeyword)
        add(node.expression, 'undefined', { shown: '', kind: 'call dropped' })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return mutants
}

/** The text of a file with mutants woven in: `__mutant(id)` says of each whether it is on, and notes that it was asked. */
export function weave(text, mutants) {
  const tree = parse(text)
  const at = new Map()
  for (const mutant of mutants)
    at.set(`${mutant.start} ${mutant.end}`, [...(at.get(`${mutant.start} ${mutant.end}`) ?? []), mutant])
  /** The text of a node from an offset on, with what is woven into its children. */
  const inside = (node, from) => {
    let woven = ''
    let done = from
    ts.forEachChild(node, (child) => {
      const start = child.getStart(tree)
      woven += text.slice(done, start) + whole(child)
      done = child.end
    })
    return woven + text.slice(done, node.end)
  }
  const whole = (node) => {
    const start = node.getStart(tree)
    if (ts.isExpressionStatement(node)) {
      const expression = whole(node.expression)
      const isPlain = expression === text.slice(start, node.expression.end)
      return (isPlain ? expression : `void (${expression})`) + text.slice(node.expression.end, node.end)
    }
    const here = at.get(`${start} ${node.end}`) ?? []
    at.delete(`${start} ${node.end}`)
    const plain = inside(node, start)
    return here.length === 0
      ? plain
      : `(${here.map(({ id, now }) => `__mutant(${id}) ? (${now}) : `).join('')}(${plain}))`
  }
  return inside(tree, 0)
}

function parse(text) {
  return ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true)
}

/** Whether a `+` joins texts: `-` in its place would be a bug that nobody makes. */
function joinsText({ left, right, operatorToken }) {
  return operatorToken.kind === ts.SyntaxKind.PlusToken && [left, right].some((side) => ts.isStringLiteralLike(side))
}

/** Whether an expression is an element of a list or the value of a key, which the compiler takes for possibly undefined wherever it stands. */
function isElement(node) {
  return ts.isElementAccessExpression(node)
}

/** Whether a number is the 1 of `-1`, which says "none" to whoever asks for less than 0: `-2` says the same. Its sign is turned instead. */
function isSentinel({ text, parent }) {
  return text === '1' && ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.MinusToken
}

/** Whether a number is what the compiler wants for an element that is always there: `starts[line] ?? 0`. */
function isForCompiler({ parent }) {
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken &&
    isElement(parent.left)
  )
}

/** Whether a string is a name, or a word of a closed set which the compiler watches, and not a text. */
function isName({ parent }) {
  return (
    ts.isPropertyAssignment(parent) ||
    ts.isCaseClause(parent) ||
    ts.isExportDeclaration(parent) ||
    (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword)
  )
}
