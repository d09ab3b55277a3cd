import ts from 'typescript'

/** What fills a long-lived value or takes from it. */
const CHANGES = ['set', 'add', 'delete', 'clear', 'push', 'splice']
const KEEPERS = ['Map', 'Set', 'WeakMap', 'WeakSet']
/** What remembers by itself, whatever is done with it. */
const LIMITER = 'RateLimiterMemory'

/**
 * The names in a file's text under which it remembers something from one call to the next: declared in the module or right in
 * one of its functions, and changed by a function within.
 */
export function remembered(text: string): readonly string[] {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true)
  const functions = file.statements.filter(ts.isFunctionDeclaration).flatMap(f => (f.body ? [f.body] : []))
  return [file, ...functions].flatMap(scope => {
    const changed = changedWithin(scope)
    return scope.statements
      .filter(ts.isVariableStatement)
      .flatMap(s => s.declarationList.declarations)
      .filter(d => madeBy(d) === LIMITER || (mayKeep(d) && changed.has(d.name.getText())))
      .map(d => d.name.getText())
  })
}

function mayKeep(declaration: ts.VariableDeclaration): boolean {
  const { initializer, parent } = declaration
  if ((parent.flags & ts.NodeFlags.Const) === 0) return true
  if (KEEPERS.includes(madeBy(declaration) ?? '')) return true
  return (
    initializer !== undefined && (ts.isArrayLiteralExpression(initializer) || ts.isObjectLiteralExpression(initializer))
  )
}

/** `Map` of `new Map()`. */
function madeBy({ initializer }: ts.VariableDeclaration): string | undefined {
  return initializer && ts.isNewExpression(initializer) ? initializer.expression.getText() : undefined
}

/** The names that functions within a scope assign to, or whose content they change. */
function changedWithin(scope: ts.SourceFile | ts.Block): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (node: ts.Node, inside: boolean): void => {
    if (inside) for (const name of changedBy(node)) names.add(name)
    ts.forEachChild(node, child => visit(child, inside || ts.isFunctionLike(node)))
  }
  ts.forEachChild(scope, child => visit(child, false))
  return names
}

function changedBy(node: ts.Node): readonly string[] {
  const { FirstAssignment, LastAssignment } = ts.SyntaxKind
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken
    return kind >= FirstAssignment && kind <= LastAssignment ? namesIn(node.left) : []
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const { PlusPlusToken, MinusMinusToken } = ts.SyntaxKind
    return [PlusPlusToken, MinusMinusToken].some(kind => kind === node.operator) ? namesIn(node.operand) : []
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return []
  return CHANGES.includes(node.expression.name.text) ? namesIn(node.expression.expression) : []
}

/** `kept` of `kept`, of `kept[key]` and of `[kept, other]`. */
function namesIn(target: ts.Node): readonly string[] {
  if (ts.isIdentifier(target)) return [target.text]
  if (ts.isArrayLiteralExpression(target)) return target.elements.flatMap(namesIn)
  if (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)) return namesIn(target.expression)
  return []
}
