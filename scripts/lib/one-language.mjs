import { parseAst } from 'vite'

/**
 * A Vite plugin that leaves the words of one language in `shared/text/`: what nobody on this page reads weighs nothing.
 * Words are pairs of two sentences, Indonesian and English; a module that holds other pairs of strings must not lie there.
 */
export function oneLanguage(lang) {
  const spoken = lang === 'id' ? 0 : 1
  return {
    name: 'one-language',
    enforce: 'post',
    transform(code, id) {
      if (!/\/shared\/text\/[^/]+\.ts$/.test(id)) return
      let text = code
      for (const [from, to] of unspoken(parseAst(code), 1 - spoken).toReversed())
        text = `${text.slice(0, from)}''${text.slice(to)}`
      return { code: text, map: null }
    },
  }
}

/** Where the words of the other language stand in a module, from the first to the last. */
function unspoken(node, which, found = []) {
  if (Array.isArray(node)) for (const each of node) unspoken(each, which, found)
  else if (node && typeof node === 'object') {
    if (isPair(node)) found.push([node.elements[which].start, node.elements[which].end])
    else for (const each of Object.values(node)) unspoken(each, which, found)
  }
  return found
}

const isText = node => (node?.type === 'Literal' && typeof node.value === 'string') || node?.type === 'TemplateLiteral'
const isPair = node => node.type === 'ArrayExpression' && node.elements.length === 2 && node.elements.every(isText)
