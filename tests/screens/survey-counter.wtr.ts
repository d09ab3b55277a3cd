import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import { AppError } from '../../shared/kit/errors.ts'
import { Unreachable } from '../../shared/web/client.ts'
import type { PairingStep } from '../../shared/web/device.ts'
import { setLang } from '../../shared/web/lang.ts'
import '../../survey/survey-counter.ts'
import type { LastVisit, SurveyCounter } from '../../survey/survey-counter.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const words = (element: SurveyCounter) => element.shadowRoot!.textContent!.replace(/\s+/g, ' ')
const asked = (element: SurveyCounter) => element.shadowRoot!.querySelector('survey-visit')

async function tablet(first: LastVisit | Error) {
  let answer = first
  const ask = async () => {
    if (answer instanceof Error) throw answer
    return answer
  }
  const pair = async () => 'samarinda'
  const element = await fixture<SurveyCounter>(
    html`<survey-counter counter="3" .pair=${pair} .ask=${ask}></survey-counter>`,
  )
  const turn = async (next: LastVisit | Error) => {
    answer = next
    await element.look()
    await aTimeout(20)
    await element.updateComplete
  }
  await turn(first)
  return { element, turn }
}

const none: LastVisit = { path: null, number: null, serving: false }
const visitOf = (token: string, number: string): LastVisit => ({ path: `/s/${token}`, number, serving: false })

describe('the tablet of a counter', () => {
  const real = window.fetch
  beforeEach(() => {
    setLang('id')
    const survey = {
      state: 'open',
      office: { id: 'o', name: 'Kantor', city: 'Kota' },
      service: { id: 'ktp', name: ['KTP-el', 'ID card'] },
      date: '2026-06-09',
      free: true,
      demo: false,
    }
    window.fetch = async () => Response.json(survey)
  })
  afterEach(() => (window.fetch = real))

  it('rests while no visit has ended, and reads well', async () => {
    const { element } = await tablet(none)
    expect(words(element)).to.contain('mohon nilai layanan di sini')
    await accessibleInThemes(element)
  })

  it('says that it does not know its counter where the office has no such counter', async () => {
    const { element } = await tablet(new AppError('COUNTER_UNKNOWN'))
    expect(words(element)).not.to.contain('mohon nilai layanan di sini')
    const state = element.shadowRoot!.querySelector('ui-state')!
    expect(state.getAttribute('heading')).to.equal('Tablet ini belum tahu loketnya')
    await accessibleInThemes(element)
  })

  it('asks about the visit that has just ended', async () => {
    const { element, turn } = await tablet(none)
    await turn(visitOf('token-1', 'A-012'))
    expect(asked(element)!.token).to.equal('token-1')
    expect(words(element)).to.contain('Nomor A-012')
  })

  for (const [width, height, device] of [
    [1024, 768, 'tablet'],
    [1280, 800, 'tablet'],
    [768, 1024, 'tablet'],
    [360, 640, 'phone'],
  ] as const) {
    it(`shows all four marks without scrolling at ${width}×${height}, the best one first`, async () => {
      await setViewport({ width, height })
      const { dataset } = document.documentElement
      const before = dataset['device']
      dataset['device'] = device
      try {
        const { element, turn } = await tablet(none)
        // The head of the page stands above.
        element.style.marginTop = '74px'
        element.style.minHeight = `${height - 74}px`
        await turn(visitOf('token-1', 'A-012'))
        const visit = asked(element)!
        await waitUntil(() => visit.shadowRoot!.querySelector('survey-rate')?.shadowRoot?.querySelector('ui-rating'))
        const rate = visit.shadowRoot!.querySelector('survey-rate')!.shadowRoot!
        const rating = rate.querySelector('ui-rating')!
        await rating.updateComplete
        window.scrollTo(0, 0)
        const top = element.getBoundingClientRect().top - 74
        const marks = [...rating.shadowRoot!.querySelectorAll('button')]
        expect(marks.map(each => each.textContent!.trim())).to.deep.equal([
          ...['Sangat puas', 'Puas', 'Kurang puas', 'Tidak puas'],
        ])
        const dock = rate.querySelector('ui-dock')!.getBoundingClientRect()
        const edge = height - dock.height
        for (const each of marks) {
          const box = each.getBoundingClientRect()
          expect(box.bottom - top, each.textContent!).to.be.at.most(edge)
          expect(box.height).to.be.at.least(64)
          expect(box.right).to.be.at.most(width)
        }
      } finally {
        if (before === undefined) delete dataset['device']
        else dataset['device'] = before
        await setViewport({ width: 800, height: 600 })
      }
    })
  }

  it('turns to the next visit when one ends, and rests when the server no longer asks', async () => {
    const { element, turn } = await tablet(visitOf('token-1', 'A-012'))
    const first = asked(element)
    await turn(visitOf('token-2', 'A-013'))
    expect(asked(element)!.token).to.equal('token-2')
    expect(asked(element)).not.to.equal(first)
    await turn(none)
    expect(asked(element)).to.equal(null)
  })

  it('rests when its counter goes on while a reason is asked, and names no mark to whoever comes [S5]', async () => {
    const { element, turn } = await tablet(visitOf('token-1', 'A-012'))
    const visit = asked(element)!
    await waitUntil(() => visit.shadowRoot!.querySelector('survey-rate'))
    visit.shadowRoot!.querySelector('survey-rate')!.dispatchEvent(new CustomEvent('rate', { detail: { value: 1 } }))
    await waitUntil(() => visit.shadowRoot!.querySelector('survey-reasons')?.shadowRoot?.textContent)
    const said = visit.shadowRoot!.querySelector('survey-reasons')!.shadowRoot!.textContent
    expect(said).not.to.contain('Tidak puas')
    await turn(none)
    expect(asked(element)).to.equal(null)
  })

  /** Somebody begins the nine questions and answers the first. */
  async function begun() {
    const it = await tablet(visitOf('token-1', 'A-012'))
    const visit = asked(it.element)!
    await waitUntil(() => visit.shadowRoot!.querySelector('survey-rate'))
    visit.shadowRoot!.querySelector('survey-rate')!.dispatchEvent(new CustomEvent('rate', { detail: { value: 4 } }))
    await waitUntil(() => visit.shadowRoot!.querySelector('survey-thanks'))
    visit
      .shadowRoot!.querySelector('survey-thanks')!
      .dispatchEvent(new CustomEvent('more', { bubbles: true, composed: true }))
    await waitUntil(() => visit.shadowRoot!.querySelector('survey-skm')?.shadowRoot?.querySelector('ui-chips'))
    const questions = visit.shadowRoot!.querySelector('survey-skm')!
    questions.dispatchEvent(
      new CustomEvent('draft', {
        detail: { answers: { waktu: 1 }, suggestion: 'rahasia', profile: {} },
        bubbles: true,
        composed: true,
      }),
    )
    return { ...it, visit }
  }

  it('keeps the nine questions for whoever fills them in while nobody else is served', async () => {
    const { element, turn, visit } = await begun()
    await turn(none)
    expect(asked(element)).to.equal(visit)
  })

  it('lets half filled questions go when the next visit starts, or has ended already [S5]', async () => {
    const started = await begun()
    await started.turn({ ...none, serving: true })
    expect(asked(started.element)).to.equal(null)
    const ended = await begun()
    await ended.turn(visitOf('token-2', 'A-013'))
    expect(asked(ended.element)!.token).to.equal('token-2')
  })

  it('lets them go two minutes after the last touch, and keeps nothing that a reload would show [S5]', async () => {
    const { setTimeout: real } = window
    const pauses: number[] = []
    const runs: (() => void)[] = []
    window.setTimeout = ((run: () => void, ms: number) => (
      pauses.push(ms),
      ms >= 60_000 ? runs.push(run) : real(run, ms)
    )) as typeof window.setTimeout
    try {
      const { element, visit } = await begun()
      visit.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }))
      expect(pauses.filter(ms => ms > 60_000).at(-1)).to.equal(120_000)
      expect(JSON.stringify(sessionStorage)).not.to.contain('rahasia')
      runs.at(-1)!()
      await element.updateComplete
      expect(asked(element)).to.equal(null)
    } finally {
      window.setTimeout = real
    }
  })

  it('goes back to Indonesian also when the next visit ends before it has rested', async () => {
    const { element, turn } = await tablet(visitOf('token-1', 'A-012'))
    setLang('en')
    await turn(visitOf('token-1', 'A-012'))
    expect(words(element)).to.contain('Number A-012')
    await turn(visitOf('token-2', 'A-013'))
    expect(words(element)).to.contain('Nomor A-013')
  })

  it('goes back to Indonesian for the next visitor', async () => {
    const { element, turn } = await tablet(visitOf('token-1', 'A-012'))
    setLang('en')
    await turn(none)
    expect(words(element)).to.contain('mohon nilai layanan di sini')
  })

  it('shows a code while it is not paired, and once more after it was taken out', async () => {
    let paired: (office: string) => void = () => {}
    const pair = (show: (step: PairingStep) => void) => {
      show({ kind: 'code', code: 'BCDF2345', expiresAt: Date.now() + 600_000 })
      return new Promise<string>(resolve => (paired = resolve))
    }
    let answer: LastVisit | Error = visitOf('token-1', 'A-012')
    const ask = async () => {
      if (answer instanceof Error) throw answer
      return answer
    }
    const element = await fixture<SurveyCounter>(
      html`<survey-counter counter="3" .pair=${pair} .ask=${ask}></survey-counter>`,
    )
    const code = () => element.shadowRoot!.querySelector('ui-pairing')?.shadowRoot?.textContent
    expect(code()).to.contain('Tablet ini belum terpasang').and.contain('BCDF2345')
    await accessibleInThemes(element)
    paired('samarinda')
    await waitUntil(() => asked(element)?.token === 'token-1')
    answer = new AppError('NOT_SIGNED_IN')
    await element.look()
    await waitUntil(() => code()?.includes('BCDF2345'))
  })

  it('says why it does not ask while an officer is signed in on it, and when the server is out of reach', async () => {
    const { element, turn } = await tablet(new AppError('SURVEY_NOT_HERE'))
    expect(element.shadowRoot!.querySelector('ui-state')!.heading).to.equal('Peramban ini dipakai petugas')
    await accessibleInThemes(element)
    await turn(new Unreachable())
    expect(words(element)).to.contain('Menyambung kembali')
  })
})
