import { expect, fixture, html } from '@open-wc/testing'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-key.ts'
import type { UiButton } from '../../shared/web/ui/ui-button.ts'
import { contrastOf } from './contrast.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

/** The selectors of an element's own rules, also of those for pointers that hover. */
const rulesOf = (element: Element) =>
  element
    .shadowRoot!.adoptedStyleSheets.flatMap(sheet => [...sheet.cssRules])
    .flatMap(rule => (rule instanceof CSSMediaRule ? [...rule.cssRules] : [rule]))
    .flatMap(rule => (rule instanceof CSSStyleRule ? rule.selectorText.split(',') : []))

const inner = (button: UiButton) => button.shadowRoot!.querySelector('button')!

describe('ui-button', () => {
  for (const variant of ['default', 'primary', 'call', 'danger', 'plain'] as const) {
    it(`reads well as ${variant} in every theme`, async () => {
      await accessibleInThemes(await fixture(html`<ui-button variant=${variant}>Ambil nomor</ui-button>`))
    })
  }

  it('tells a click once', async () => {
    let clicks = 0
    const button = await fixture<UiButton>(html`<ui-button @click=${() => clicks++}>Panggil</ui-button>`)
    inner(button).click()
    expect(clicks).to.equal(1)
  })

  it('keeps silent while it is busy, and keeps its label', async () => {
    let clicks = 0
    const button = await fixture<UiButton>(html`<ui-button busy @click=${() => clicks++}>Panggil</ui-button>`)
    inner(button).click()
    button.click()
    expect(clicks).to.equal(0)
    expect(inner(button).getAttribute('aria-busy')).to.equal('true')
    expect(button.textContent).to.equal('Panggil')
    await accessibleInThemes(button)
  })

  it('keeps silent while it is disabled', async () => {
    let clicks = 0
    const button = await fixture<UiButton>(html`<ui-button disabled @click=${() => clicks++}>Mulai</ui-button>`)
    inner(button).click()
    button.click()
    expect(clicks).to.equal(0)
    expect(getComputedStyle(inner(button)).borderStyle).to.equal('dashed')
  })

  it('can be read while it is disabled, also under the pointer of whoever has just pressed it', async () => {
    const { dataset } = document.documentElement
    for (const variant of ['primary', 'call', 'default'] as const)
      for (const theme of ['light', 'dark'] as const) {
        dataset['theme'] = theme
        const button = await fixture<UiButton>(html`<ui-button disabled variant=${variant}>Check-in</ui-button>`)
        inner(button).style.transition = 'none'
        expect(contrastOf(inner(button)), `${variant} ${theme}`).to.be.above(4.5)
        // This browser may have no pointer that hovers, so the rules themselves are read.
        const hovers = rulesOf(button).filter(rule => rule.includes(':hover'))
        expect(hovers).to.have.length(4)
        for (const rule of hovers) expect(rule).to.contain(':enabled:hover')
      }
    dataset['theme'] = 'light'
  })

  it('hands the focus to its native button and names its key', async () => {
    const button = await fixture<UiButton>(html`<ui-button shortcut="Space">Lanjut <ui-key>Spasi</ui-key></ui-button>`)
    button.focus()
    expect(button.shadowRoot!.activeElement?.localName).to.equal('button')
    expect(inner(button).getAttribute('aria-keyshortcuts')).to.equal('Space')
    expect(button.querySelector('ui-key')!.getAttribute('aria-hidden')).to.equal('true')
  })

  it('says whether it is pressed only when it is a toggle', async () => {
    const button = await fixture<UiButton>(html`<ui-button>ID</ui-button>`)
    expect(inner(button).hasAttribute('aria-pressed')).to.equal(false)
    button.pressed = true
    await button.updateComplete
    expect(inner(button).getAttribute('aria-pressed')).to.equal('true')
    await accessibleInThemes(button)
  })

  it('submits the form around it', async () => {
    let sent = 0
    const form = await fixture(
      html`<form
        @submit=${(event: Event) => {
          event.preventDefault()
          sent++
        }}
      >
        <ui-button type="submit">Masuk</ui-button>
      </form>`,
    )
    inner(form.querySelector('ui-button')!).click()
    expect(sent).to.equal(1)
  })
})
