import { expect, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import { setLang } from '../../shared/web/lang.ts'
import { answerWith, restoreFetch } from '../helpers/console-answers.ts'
import { Hall, call, open as sit, start, take } from '../helpers/desk-hall.ts'
import { open as openFront } from '../helpers/front-desk.ts'
import { open as openSettings, section, server } from '../helpers/settings-form.ts'

/** What stands to the right of the page's edge, by tag and words; what lies in a part that scrolls by itself is reached there. */
function cutOff(within: ParentNode): string[] {
  return [...within.children].flatMap(element => {
    const { right, width } = element.getBoundingClientRect()
    const own = width > 1 && right > window.innerWidth + 1
    const said = own ? [`${element.localName} ${element.textContent!.trim().slice(0, 20)}`] : []
    if (getComputedStyle(element).overflowX === 'auto') return said
    return [...said, ...cutOff(element), ...(element.shadowRoot ? cutOff(element.shadowRoot) : [])]
  })
}

describe('the console on 320 pixels', () => {
  beforeEach(async () => {
    setLang('id')
    await setViewport({ width: 320, height: 720 })
  })
  afterEach(() => setViewport({ width: 1280, height: 800 }))

  it('shows the settings whole', async () => {
    const page = await openSettings()
    // As in the console, whose padding its bar goes over.
    page.style.padding = '0 1.25rem'
    for (const name of ['Kantor', 'Reservasi', 'Pencarian']) {
      await section(page, name)
      expect(cutOff(page.shadowRoot!), name).to.deep.equal([])
    }
    server.restore()
  })

  it('shows every act of the desk, and its timer', async () => {
    answerWith({})
    for (const requests of [[call], [call, start]]) {
      const desk = await new Hall(sit, take(1), take(2), ...requests).show()
      await waitUntil(() => desk.shadowRoot!.querySelector('desk-buttons'))
      expect(cutOff(desk.shadowRoot!)).to.deep.equal([])
      const current = desk.shadowRoot!.querySelector('desk-current')!.shadowRoot!
      const edge = (of: string) => current.querySelector(of)!.getBoundingClientRect()
      expect(edge('.big ui-number').right, 'the number beside its timer').to.be.at.most(edge('desk-timer').left)
    }
    restoreFetch()
  })

  it('shows every tab of the front desk', async () => {
    const page = await openFront()
    expect(cutOff(page.shadowRoot!)).to.deep.equal([])
  })
})
