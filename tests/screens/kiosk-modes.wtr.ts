import { expect, fixture } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import { atSize, clean, settled } from './kiosk-in-sizes.ts'
import { low, MODES, onWholeScreens, screenFor } from './kiosk-modes.ts'

const SIZES = [
  [1080, 1920],
  [1024, 768],
] as const

describe('every mode of the kiosk', () => {
  onWholeScreens()

  for (const [name, mode] of Object.entries(MODES))
    it(`${name}: axe finds nothing, standing and lying`, async () => {
      for (const theme of mode.flow.low ? ['contrast', 'light'] : ['light'])
        for (const [width, height] of SIZES) {
          await atSize('portrait', theme)
          await setViewport({ width, height })
          const screen = await fixture(screenFor(mode))
          await settled()
          await clean(screen)
          screen.remove()
        }
    })

  it('the head of the accessible mode grows with the rest', async () => {
    await atSize('portrait', 'contrast')
    const sizes = async (big: boolean) => {
      const screen = await fixture(screenFor({ flow: low({ do: 'adjust', low: { big } }) }))
      await settled()
      const root = screen.querySelector('kiosk-low')!.shadowRoot!
      const clock = root.querySelector('ui-clock')!.shadowRoot!.firstElementChild!
      return [root.querySelector('.who span')!, clock].map(e => parseFloat(getComputedStyle(e).fontSize))
    }
    const [usual, large] = [await sizes(false), await sizes(true)]
    for (const i of [0, 1]) expect(large[i]! / usual[i]!).to.be.at.least(1.4)
  })
})
