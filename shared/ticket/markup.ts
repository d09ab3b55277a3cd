const TEXT = Symbol('text')

/** HTML that may stand in a page as it is. Only `html` and `raw` can make it, so nothing unescaped gets through. */
export interface Markup {
  readonly [TEXT]: string
}

/** What may stand in the gaps of `html`; `false` and `undefined` leave a gap empty. */
export type Gap = Markup | string | number | boolean | undefined | readonly Gap[]

/**
 * HTML as a template: a gap is escaped unless it is markup itself. A gap is text, part of a quoted attribute, or the
 * whole value of an attribute: `hidden=${!shown}` is left out, written bare or with its value. Elsewhere it is refused.
 * Whatever the formatter breaks is closed up again where a browser shows no space.
 */
export function html(parts: TemplateStringsArray, ...gaps: readonly Gap[]): Markup {
  let form = forms.get(parts)
  if (!form) forms.set(parts, (form = formOf(parts)))
  let all = form[0]!.text
  let space = ''
  gaps.forEach((gap, i) => {
    const { name, text } = form[i + 1]!
    const value = name === undefined ? filled(gap) : attribute(name, gap)
    // Between gaps a space parts what is there; beside nothing there is nothing to part.
    if (value !== '') all += space + value
    if (text !== ' ') all += value === '' ? space + text : text
    space = text !== ' ' ? '' : value === '' ? space : ' '
  })
  return { [TEXT]: all }
}

/** Takes text as markup: only for what this program drew itself. */
export function raw(text: string): Markup {
  return { [TEXT]: text }
}

/** The text of markup, for the wire or for a browser. */
export function textOf(markup: Markup): string {
  return markup[TEXT]
}

/**
 * The text with the five signs that mean something to HTML written out.
 * @example escaped('<b a="1">') // '&lt;b a=&quot;1&quot;&gt;'
 */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => SIGNS[sign]!)
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** What follows a gap, and the attribute that the gap is the value of. */
interface Piece {
  readonly name?: string | undefined
  readonly text: string
}

/** A template is read once, however often it is drawn. */
const forms = new WeakMap<TemplateStringsArray, readonly Piece[]>()

/** Stands for a gap while a template is read. */
const GAP = '\0'
/** Tags beside which a browser shows no space: blocks, what draws nothing, and the shapes of a drawing. */
const BLOCKS =
  'head|body|header|main|section|nav|div|p|h\\d|[uod]l|li|d[td]|form|fieldset|legend|details|summary|table|thead|t[rdh]'
const UNSEEN = '!doctype|html|meta|title|link|script|option|dialog|path|rect|circle'
const LOOSE = new RegExp(`\\s*(</?(?:${BLOCKS}|${UNSEEN})\\b[^<>]*>)\\s*`, 'g')

function formOf(parts: TemplateStringsArray): readonly Piece[] {
  const tight = parts
    .join(GAP)
    .replace(/\s+/g, ' ')
    .replace(/ (\/?>)/g, '$1')
    .replace(/(<(?:meta|link|input|br)\b[^<>]*)\/>/g, '$1>')
    .replace(LOOSE, '$1')
    .replace(/(<button[^<>]*>) | (?=<\/button)/g, '$1')
  let before = ''
  const pieces: Piece[] = []
  let name: string | undefined
  for (const text of tight.split(GAP)) {
    before += text
    const inTag = /<[^<>]*$/.exec(before)?.[0]
    const bare = inTag !== undefined && inTag.split('"').length % 2 === 1
    const own = bare ? / ([a-z-]+)=$/.exec(text) : null
    const last = pieces.length === parts.length - 1
    if (bare && !own && !last) throw new Error(`a gap stands in a tag, but is no value: ${before}`)
    pieces.push({ name, text: own ? text.slice(0, own.index) : text })
    name = own?.[1]
  }
  return pieces
}

function attribute(name: string, gap: Gap): string {
  if (gap === false || gap === undefined) return ''
  return gap === true ? ` ${name}` : ` ${name}="${filled(gap)}"`
}

function filled(gap: Gap): string {
  if (typeof gap === 'boolean' || gap === undefined) return ''
  if (typeof gap === 'string' || typeof gap === 'number') return escaped(String(gap))
  return TEXT in gap ? gap[TEXT] : gap.map(filled).join('')
}
