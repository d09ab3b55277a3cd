import { describe, expect, it } from 'vitest'
import { fc } from '../helpers/property.ts'
import { html, raw, textOf, type Gap } from '../../shared/ticket/markup.ts'

/** What the browser's parser reads for the signs that `escaped` writes out. */
const READ: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const read = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => READ[name]!)

const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', ' ', '=', '/', 'script', '&amp;', '\0') }),
)

describe('a value put into a page', () => {
  it('comes out as the very text that was put in, wherever it stands', () => {
    fc.assert(
      fc.property(texts, text => {
        const page = textOf(html`<p title="a ${text}" lang=${text}>${text}</p>`)
        const [, title, lang, inside] = /^<p title="a ([^"<>]*)" lang="([^"<>]*)">([^<>]*)<\/p>$/s.exec(page)!
        expect([title, lang, inside].map(part => read(part!))).toEqual([text, text, text])
      }),
    )
  })

  it('is escaped once and only once, however deep it is nested', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 5 }), (text, depth) => {
        let inner = html`${text}`
        for (let i = 0; i < depth; i++) inner = html`<b>${[inner, [inner]]}</b>`
        const all = textOf(inner)
        expect(all.replace(/<\/?b>/g, '')).toBe(textOf(html`${text}`).repeat(2 ** depth))
      }),
    )
  })

  it('is never taken for markup because it looks like it', () => {
    const forged: unknown = JSON.parse('{"html":"<script>","text":"<script>","Symbol(text)":"<script>"}')
    expect(() => textOf(html`${Object.values(forged ?? {})}${forged as Gap}`)).toThrow()
  })

  it('leaves nothing where there is nothing to say', () => {
    expect(textOf(html`<p>${false}${undefined}${[]}${true}</p>`)).toBe('<p></p>')
    expect(textOf(html`<a hidden=${false} class=${undefined} id=${'x'} download=${true}>${0}</a>`)).toBe(
      '<a id="x" download>0</a>',
    )
  })
})

describe('a gap in a tag', () => {
  /** A template as the compiler hands it over; the formatter would mend these. */
  const written = (...parts: string[]) => Object.assign(parts, { raw: parts })
  const bad = 'onclick=alert(1)'

  it.each([
    ['a name', '<p ', '></p>'],
    ['the end of a name', '<p', '></p>'],
    ['a tag', '<', '></p>'],
    ['part of a bare value', '<p class=a', '></p>'],
    ['behind a quoted value', '<p class="a" ', '></p>'],
  ])('is refused as %s', (_, before, after) => {
    expect(() => html(written(before, after), bad)).toThrow()
  })

  it('is the value of an attribute', () => {
    expect(textOf(html`<p class=${bad} id="${bad}"></p>`)).toBe(`<p class="${bad}" id="${bad}"></p>`)
  })
})

describe('the line breaks of the formatter', () => {
  it('go where a browser shows none, and stay one space where it shows one', () => {
    const page = html`
      <ul class="files">
        <li>
          <b>satu</b>
          <small>1 KB</small>
        </li>
        <li>${'dua'} <b>tiga</b><i>empat</i></li>
      </ul>
    `
    expect(textOf(page)).toBe(
      '<ul class="files"><li><b>satu</b> <small>1 KB</small></li><li>dua <b>tiga</b><i>empat</i></li></ul>',
    )
  })

  it('part what there is to part, and leave an empty page empty', () => {
    const three = (a: Gap, b: Gap, c: Gap) => textOf(html`${a} ${b} ${c}`)
    expect([three('a', 'b', 'c'), three('a', false, 'c'), three(false, 'b', 'c')]).toEqual(['a b c', 'a c', 'b c'])
    expect(three(false, '', undefined)).toBe('')
  })

  it('are the template’s own: what a person typed keeps its spaces', () => {
    expect(textOf(html`<p>${'  dua  spasi\n'}</p>`)).toBe('<p>  dua  spasi\n</p>')
    expect(textOf(html`<p>${raw('<pre> a\n b </pre>')}</p>`)).toBe('<p><pre> a\n b </pre></p>')
  })
})
