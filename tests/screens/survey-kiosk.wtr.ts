import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing'
import { AppError } from '../../shared/kit/errors.ts'
import { setLang } from '../../shared/web/lang.ts'
import '../../survey/survey-kiosk.ts'
import type { Scanned, SurveyKiosk } from '../../survey/survey-kiosk.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const NOW = Date.UTC(2026, 5, 9, 3)
const PAPER = `https://antre.example/t/${'a'.repeat(22)}.${'b'.repeat(22)}`
const scanned = (more: Partial<Scanned> = {}): Scanned => ({
  ...{ date: '2026-06-09', now: NOW, office: { zone: 'WITA' }, ticket: { state: 'done' } },
  survey: { path: '/s/token-1', state: 'open' },
  ...more,
})

describe('the kiosk after the service', () => {
  const real = window.fetch
  let now = 0
  beforeEach(() => {
    setLang('id')
    now = 0
    const survey = {
      ...{ state: 'open', office: { id: 'o', name: 'Kantor', city: 'Kota' }, date: '2026-06-09', today: '2026-06-09' },
      ...{ service: { id: 'ktp', name: ['KTP-el', 'ID card'] }, free: true, questions: true, demo: false },
      ...{ until: NOW, zone: 'WITA' },
    }
    window.fetch = async () => Response.json(survey)
  })
  afterEach(() => (window.fetch = real))

  async function kiosk(ask: (token: string) => Promise<Scanned> = async () => scanned()) {
    const element = await fixture<SurveyKiosk>(
      html`<survey-kiosk .pair=${async () => undefined} .ask=${ask} .source=${() => now}></survey-kiosk>`,
    )
    await aTimeout(0)
    await element.updateComplete
    return element
  }
  const words = (element: SurveyKiosk) => element.shadowRoot!.textContent!.replace(/\s+/g, ' ')
  const visit = (element: SurveyKiosk) => element.shadowRoot!.querySelector('survey-visit')
  const type = (text: string) => {
    for (const key of [...text, 'Enter']) window.dispatchEvent(new KeyboardEvent('keydown', { key }))
  }

  it('rests until a code is read, and reads well', async () => {
    const element = await kiosk()
    await accessibleInThemes(element)
    expect(words(element)).to.contain('Pindai kode QR di kertas nomor')
    type(PAPER)
    await waitUntil(() => visit(element)?.token === 'token-1')
    await waitUntil(() => visit(element)!.waiting)
    await accessibleInThemes(element)
    const rate = visit(element)!.shadowRoot!.querySelector('survey-rate')!.shadowRoot!.querySelector('ui-rating')!
    const faces = rate.shadowRoot!.querySelectorAll('button')
    expect(faces.length).to.equal(4)
    for (const face of faces) expect(face.getBoundingClientRect().height).to.be.at.least(72)
    const leave = element.shadowRoot!.querySelector('ui-button.leave')!
    expect(leave.getBoundingClientRect().height).to.be.at.least(72)
  })

  it('warns after forty seconds without a touch, and forgets the visit twenty seconds later', async () => {
    const element = await kiosk()
    type(PAPER)
    await waitUntil(() => visit(element) !== null)
    const dialog = element.shadowRoot!.querySelector('ui-dialog')!
    now += 39_999
    element.look()
    await element.updateComplete
    expect(dialog.open).to.equal(false)
    now += 1
    element.look()
    await element.updateComplete
    expect([dialog.open, dialog.seconds]).to.deep.equal([true, 20])
    dialog.dispatchEvent(new CustomEvent('expire'))
    await element.updateComplete
    expect(visit(element)).to.equal(null)
    expect(dialog.open).to.equal(false)
  })

  it('goes back to the first page where it came from there, and asks before it does', async () => {
    const element = await kiosk()
    let left = 0
    element.back = async () => void left++
    await element.updateComplete
    await accessibleInThemes(element)
    element.shadowRoot!.querySelector<HTMLElement>('main ui-button')!.click()
    expect(left).to.equal(1)
    now += 40_000
    element.look()
    await element.updateComplete
    const dialog = element.shadowRoot!.querySelector('ui-dialog')!
    expect(dialog.open).to.equal(true)
    dialog.dispatchEvent(new CustomEvent('expire'))
    expect(left).to.equal(2)
  })

  it('says why a code leads to no question', async () => {
    let answer: Scanned | Error = scanned({ ticket: { state: 'serving' }, survey: null })
    const element = await kiosk(async () => {
      if (answer instanceof Error) throw answer
      return answer
    })
    const read = async (next: Scanned | Error, text = PAPER) => {
      answer = next
      await element.read(text)
      await element.updateComplete
      expect(visit(element)).to.equal(null)
      return words(element)
    }
    expect(await read(answer)).to.contain('belum selesai')
    expect(await read(scanned({ survey: null }))).to.contain('tablet loket')
    expect(await read(scanned({ date: '2026-06-08' }))).to.contain('kunjungan hari ini')
    expect(await read(new AppError('TICKET_UNKNOWN'))).to.contain('bukan kode nomor')
    expect(await read(scanned(), 'halo')).to.contain('bukan kode nomor')
    expect(await read(new AppError('TOO_MANY_REQUESTS'))).to.contain('Terlalu banyak')
    await accessibleInThemes(element)
  })
})
