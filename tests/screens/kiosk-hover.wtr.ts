import { expect, fixture, html } from '@open-wc/testing'
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands'
import '../../shared/web/ui/ui-dialog.ts'
import { faintest } from './contrast.ts'
import { atSize, clean, settled } from './kiosk-in-sizes.ts'
import { MODES, onWholeScreens, screenFor, shown } from './kiosk-modes.ts'

const middle = (of: Element): [number, number] => {
  const { left, top, width, height } = of.getBoundingClientRect()
  return [Math.round(left + width / 2), Math.round(top + height / 2)]
}

/** Controls of one look change alike, so one of each is enough. */
function lookOf(control: Element): string {
  const { host } = control.getRootNode() as ShadowRoot
  const state = ['variant', 'layout', 'class', 'pressed', 'disabled', 'checked', 'aria-pressed', 'aria-busy']
  return [host, control]
    .map(e => `${e.localName} ${state.map(name => e.getAttribute(name) ?? '').join(' ')} ${getComputedStyle(e).color}`)
    .join(' · ')
}

/** A machine that tests has no mouse and leaves out what is said for one: here it is said for all. */
function withMouse(within: Element | ShadowRoot): void {
  if (within instanceof ShadowRoot)
    for (const rule of within.adoptedStyleSheets.flatMap(sheet => [...sheet.cssRules]))
      if (rule instanceof CSSMediaRule && rule.media.mediaText === '(hover: hover)') rule.media.mediaText = 'all'
  for (const element of within.querySelectorAll('*')) if (element.shadowRoot) withMouse(element.shadowRoot)
}

describe('a button of a kiosk', () => {
  onWholeScreens()
  afterEach(() => resetMouse())
  const seen = new Set<string>()

  for (const theme of ['light', 'dark', 'contrast'])
    it(`is legible under a mouse, pressed and with the focus, in every mode: ${theme}`, async () => {
      const faint: string[] = []
      const see = (control: Element, how: string) => {
        const { text, ratio } = faintest(control)
        if (ratio < 4.5) faint.push(`${how}: "${text}" ${ratio.toFixed(1)}`)
      }
      await atSize('portrait', theme)
      for (const [name, mode] of Object.entries(MODES)) {
        const screen = await fixture(screenFor(mode))
        await settled()
        withMouse(screen)
        const fresh = shown(screen).filter(control => {
          const look = `${theme} ${lookOf(control)}`
          return !seen.has(look) && seen.add(look)
        })
        if (fresh.length > 0) await sendKeys({ press: 'Tab' })
        for (const control of fresh) {
          control.focus()
          see(control, `${name}, focus`)
        }
        for (const control of fresh) {
          await sendMouse({ type: 'move', position: middle(control) })
          see(control, `${name}, hover`)
          await sendMouse({ type: 'down' })
          see(control, `${name}, pressed`)
          // Let go elsewhere: what leads to another page would end the test.
          await sendMouse({ type: 'move', position: [1, 1] })
          await sendMouse({ type: 'up' })
        }
        screen.remove()
      }
      expect(seen.size).to.be.above(10)
      expect(faint).to.deep.equal([])
    })

  it('of the question to a quiet person is legible too', async () => {
    for (const theme of ['light', 'dark', 'contrast']) {
      await atSize('portrait', theme)
      const asked = await fixture(
        html`<div>
          <ui-dialog open heading="Masih di sini?" primary="Lanjutkan" secondary="Selesai" .seconds=${20}>x</ui-dialog>
        </div>`,
      )
      await settled()
      withMouse(asked)
      await clean(asked)
      for (const control of shown(asked)) {
        await sendMouse({ type: 'move', position: middle(control) })
        expect(faintest(control).ratio, theme).to.be.at.least(4.5)
      }
    }
  })
})
