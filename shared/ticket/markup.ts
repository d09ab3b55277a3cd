/** Text that is already safe to stand in a page. Only `markup` makes it, so nothing unescaped gets through by oversight. */
export interface Markup {
  readonly html: string
}

/** What may stand in the gaps of `markup`; `false` and `undefined` leave a gap empty. */
export type Gap = Markup | string | number | false | undefined | readonly Gap[]

/** HTML as a template: every gap is escaped unless it is markup itself. Gaps are for text and quoted attributes. */
export function markup(parts: TemplateStringsArray, ...gaps: readonly Gap[]): Markup {
  return { html: parts.reduce((all, part, i) => all + filled(gaps[i - 1]) + part) }
}

/**
 * The text with the five signs that mean something to HTML written out.
 * @example escaped('<b a="1">') // '&lt;b a=&quot;1&quot;&gt;'
 */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => SIGNS[sign]!)
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function filled(gap: Gap): string {
  if (gap === false || gap === undefined) return ''
  if (typeof gap === 'string' || typeof gap === 'number') return escaped(String(gap))
  return 'html' in gap ? gap.html : gap.map(filled).join('')
}
