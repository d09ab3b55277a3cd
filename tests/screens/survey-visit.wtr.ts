import { aTimeout, expect, fixture, fixtureCleanup, html } from '@open-wc/testing'
import { AppError } from '../../shared/kit/errors.ts'
import { Unreachable } from '../../shared/web/client.ts'
import { setLang } from '../../shared/web/lang.ts'
import type { Outbox, Outcome, Sending } from '../../survey/outbox.ts'
import '../../survey/survey-visit.ts'
import type { Survey } from '../../survey/steps.ts'
import type { SurveyVisit } from '../../survey/survey-visit.ts'
import { rememberTicket, ticketsOf } from '../../shared/web/own-links.ts'
import { accessibleInThemes, heard } from './ui-in-themes.ts'

const survey: Survey = {
  state: 'open',
  office: { id: 'samarinda', name: 'Disdukcapil Kota Samarinda', city: 'Samarinda' },
  service: { id: 'ktp', name: ['KTP-el', 'Electronic ID card'] },
  date: '2026-06-09',
  today: '2026-06-10',
  until: Date.parse('2026-06-12T02:15:00Z'),
  zone: 'WITA',
  free: true,
  questions: true,
  demo: true,
}

/** An outbox that writes down what it is asked. */
function fakeBox(outcome: Outcome = 'sent') {
  const kept: Sending[] = []
  const sent: Sending[] = []
  const box: Outbox = {
    keep: item => void kept.push(item),
    has: () => outcome === 'kept' && sent.length > 0,
    send: async key => {
      sent.push(kept.filter(item => item.key === key).at(-1)!)
      return outcome
    },
    changeOf: key =>
      kept.find(item => item.key === key && item.kind === 'rating' && !item.body.instead) ? 'c-1' : undefined,
    flush: async () => {},
    leave: () => void sent.push(kept.at(-1)!),
  }
  return { box, kept, sent }
}

async function visit(box: Outbox = fakeBox().box, but: Partial<Survey> = {}, tablet = false): Promise<SurveyVisit> {
  const read = async () => ({ ...survey, ...but })
  const element = await fixture<SurveyVisit>(
    html`<survey-visit token="t-1" .box=${box} .read=${read} ?tablet=${tablet}></survey-visit>`,
  )
  await settled(element)
  return element
}

async function settled(element: SurveyVisit): Promise<void> {
  await aTimeout(20)
  await element.updateComplete
}

const page = (element: SurveyVisit, tag: string) => element.shadowRoot!.querySelector<HTMLElement>(tag)
const inside = (element: SurveyVisit, tag: string, selector: string) =>
  page(element, tag)!.shadowRoot!.querySelector<HTMLElement>(selector)!
const words = (element: SurveyVisit, tag: string) => page(element, tag)!.shadowRoot!.textContent!.replace(/\s+/g, ' ')

async function rate(element: SurveyVisit, value: number): Promise<void> {
  const face = inside(element, 'survey-rate', 'ui-rating').shadowRoot!.querySelectorAll('button')[4 - value]!
  face.click()
  await settled(element)
}

describe('the survey of one visit', () => {
  beforeEach(() => {
    sessionStorage.clear()
    setLang('id')
  })

  it('lets a finger that slipped choose again, and says which rating the new one replaces', async () => {
    const { box, sent } = fakeBox()
    const element = await visit(box)
    await rate(element, 4)
    inside(element, 'survey-thanks', 'ui-button').click()
    await settled(element)
    await rate(element, 3)
    const [first, second] = sent
    expect(second!.body).to.deep.equal({ rating: 3, instead: { key: first!.key, rating: 4, change: 'c-1' } })
    expect(second!.key).to.not.equal(first!.key)
    expect(words(element, 'survey-thanks')).to.contain('Ubah penilaian')
  })

  it('lets the phone forget its tickets of days that are over, and no other [R12]', async () => {
    const link = (date: string) => ({ token: `token-${date}`, number: 'A-001', date })
    rememberTicket(link('2026-06-09'), '2026-06-09')
    rememberTicket(link('2026-06-10'), '2026-06-09')
    await visit()
    expect(ticketsOf(['2026-06-09', '2026-06-10']).map(t => t.date)).to.deep.equal(['2026-06-10'])
    localStorage.clear()
  })

  it('offers a complaint after a low rating alone, and never on the tablet [S41]', async () => {
    const leads = async (rating: number, tablet = false) => {
      const element = await visit(fakeBox().box, {}, tablet)
      await rate(element, rating)
      const without = page(element, 'survey-reasons') && inside(element, 'survey-reasons', 'ui-button')
      without?.click()
      await settled(element)
      return page(element, 'survey-thanks')!.shadowRoot!.querySelector('a')?.getAttribute('href') ?? null
    }
    expect(await leads(2)).to.equal('/s/t-1/keluhan?lang=id')
    expect([await leads(3), await leads(1, true)]).to.deep.equal([null, null])
  })

  it('offers a complaint as well to whoever opens the link again after a rating, while it can be written [S41]', async () => {
    const link = async (but: Partial<Survey>, tablet = false) => {
      const element = await visit(fakeBox().box, but, tablet)
      return page(element, 'survey-thanks')?.shadowRoot!.querySelector('a')?.textContent?.trim() ?? null
    }
    const later = Date.now() + 60_000
    expect(await link({ state: 'rated' })).to.equal('Tulis keluhan, kami jawab')
    expect(await link({ state: 'complete', until: later })).to.equal('Tulis keluhan, kami jawab')
    expect(await link({ state: 'complete', until: Date.now() - 1 })).to.equal(null)
    expect(await link({ state: 'rated' }, true)).to.equal(null)
  })

  it('leads to what became of a complaint, whenever it is opened [S41]', async () => {
    const expired = await visit(fakeBox().box, { state: 'expired', complained: true })
    expect(expired.shadowRoot!.querySelector('main a')!.textContent).to.contain('Tindak lanjut keluhan Anda')
    const done = await visit(fakeBox().box, { state: 'complete', complained: true })
    expect(words(done, 'survey-thanks')).to.contain('Tindak lanjut keluhan Anda')
  })

  it('reads well also with the way to a complaint', async () => {
    await accessibleInThemes(await visit(fakeBox().box, { state: 'complete', complained: true }))
  })

  it('reads well in every theme', async () => {
    await accessibleInThemes(await visit())
  })

  it('takes one tap as a complete answer, and saves it at once', async () => {
    const { box, sent } = fakeBox()
    const element = await visit(box)
    await rate(element, 4)
    expect(sent.map(item => item.body)).to.deep.equal([{ rating: 4 }])
    expect(words(element, 'survey-thanks')).to.contain('Terima kasih, sudah kami terima')
  })

  it('says in plain words that it is voluntary and that nobody sees who answered [S1]', async () => {
    const element = await visit()
    expect(words(element, 'survey-rate')).to.contain('Sukarela')
    expect(words(element, 'survey-rate')).to.contain('Petugas tidak melihat siapa yang menjawab')
  })

  it('asks after a low mark what was lacking, and sends mark and reasons together', async () => {
    const { box, sent } = fakeBox()
    const element = await visit(box)
    await rate(element, 2)
    expect(sent).to.have.length(0)
    inside(element, 'survey-reasons', 'ui-chips').shadowRoot!.querySelector('button')!.click()
    await settled(element)
    inside(element, 'survey-reasons', 'ui-button').click()
    await settled(element)
    expect(sent.map(item => item.body)).to.deep.equal([{ rating: 2, reasons: ['slow'] }])
    expect(page(element, 'survey-thanks')).to.exist
  })

  it('keeps a low mark from the first touch on, so that a dead phone loses none', async () => {
    const { box, kept } = fakeBox()
    await rate(await visit(box), 1)
    expect(kept[0]).to.deep.include({ token: 't-1', kind: 'rating', body: { rating: 1 } })
  })

  it('sends a low mark when the page goes away, and takes no reason afterwards', async () => {
    const { box, sent } = fakeBox()
    const element = await visit(box)
    await rate(element, 1)
    window.dispatchEvent(new Event('pagehide'))
    await settled(element)
    expect(sent.map(item => item.body)).to.deep.equal([{ rating: 1 }])
    expect(page(element, 'survey-reasons')).to.equal(null)
    expect(page(element, 'survey-thanks')).to.exist
  })

  it('sends a low mark when the tablet turns to the next visitor', async () => {
    const { box, sent } = fakeBox()
    const element = await visit(box, {}, true)
    await rate(element, 1)
    element.remove()
    expect(sent).to.have.length(1)
  })

  it('speaks of the tablet where it stays on the tablet of a counter', async () => {
    const element = await visit(fakeBox('kept').box, {}, true)
    await rate(element, 3)
    expect(words(element, 'survey-thanks')).to.contain('tersimpan di tablet ini').and.not.contain('ponsel')
  })

  it('says so when the answer stays on the phone for now', async () => {
    const { box } = fakeBox('kept')
    const element = await visit(box)
    await rate(element, 3)
    expect(words(element, 'survey-thanks')).to.contain('tersimpan di ponsel')
    await accessibleInThemes(element)
  })

  it('says so when somebody has answered already', async () => {
    const element = await visit(fakeBox('used').box)
    await rate(element, 3)
    expect(page(element, 'ui-state')!.getAttribute('heading')).to.contain('sudah diisi')
  })

  it('offers the nine questions where the visit was rated somewhere else and nobody has filled them in', async () => {
    for (const state of ['rated', 'complete'] as const) {
      const element = await visit(fakeBox('used').box)
      element.read = () => Promise.resolve({ ...survey, state })
      await rate(element, 4)
      await aTimeout(0)
      await element.updateComplete
      expect(page(element, 'ui-dock') !== null, state).to.equal(state === 'rated')
      if (state === 'complete') continue
      await accessibleInThemes(element)
      page(element, 'ui-dock')!.querySelector<HTMLElement>('ui-button')!.click()
      await element.updateComplete
      expect(page(element, 'survey-skm')).not.to.equal(null)
    }
  })

  it('offers the full survey on a phone and on the tablet of a counter, for not everybody has a phone', async () => {
    for (const tablet of [false, true]) {
      const element = await visit(fakeBox().box, {}, tablet)
      await rate(element, 4)
      expect(inside(element, 'survey-thanks', 'ui-dock ui-button').textContent).to.contain('9 pertanyaan')
    }
  })

  it('opens a rated visit at the full survey, and a complete one at the thanks', async () => {
    expect(inside(await visit(fakeBox().box, { state: 'rated' }), 'survey-thanks', 'ui-button')).to.exist
    expect(inside(await visit(fakeBox().box, { state: 'complete' }), 'survey-thanks', 'ui-button')).to.equal(null)
  })

  it('explains a link that is too old, unknown, out of reach, or fails', async () => {
    const late = await visit(fakeBox().box, { state: 'expired' })
    expect(page(late, 'ui-state')!.getAttribute('heading')).to.equal('Waktu survei sudah lewat')
    fixtureCleanup()
    for (const [error, heading] of [
      [new AppError('SURVEY_UNKNOWN'), 'Tautan survei tidak dikenal'],
      [new AppError('SURVEY_NOT_HERE'), 'Peramban ini dipakai petugas'],
      [new Unreachable(), 'Ponsel tidak tersambung'],
      [new AppError('INTERNAL'), 'Survei belum bisa dibuka'],
    ] as const) {
      const read = () => Promise.reject(error)
      const element = await fixture<SurveyVisit>(
        html`<survey-visit token="t-1" .box=${fakeBox().box} .read=${read}></survey-visit>`,
      )
      await settled(element)
      expect(page(element, 'ui-state')!.getAttribute('heading')).to.equal(heading)
      await accessibleInThemes(element)
      fixtureCleanup()
    }
  })

  it('sends the nine answers once and forgets the draft', async () => {
    const { box, sent } = fakeBox()
    const element = await visit(box, { state: 'rated' })
    inside(element, 'survey-thanks', 'ui-button').click()
    await settled(element)
    const first = inside(element, 'survey-skm', 'ui-chips').shadowRoot!.querySelectorAll('button')[2]!
    first.click()
    await settled(element)
    expect(sessionStorage.getItem('tanggap.skm.t-1')).to.contain('"persyaratan":3')
    inside(element, 'survey-skm', 'ui-dock ui-button').click()
    await settled(element)
    const [{ body }] = sent as unknown as readonly [{ body: { answers: object; took: number; at: number } }]
    expect(body.answers).to.deep.equal({ persyaratan: 3 })
    expect(body.took).to.be.within(0, 60)
    expect(Date.now() - body.at).to.be.within(0, 60_000)
    expect(sessionStorage.getItem('tanggap.skm.t-1')).to.equal(null)
    expect(words(element, 'survey-thanks')).to.contain('Anda boleh menutup halaman ini')
  })

  it('thanks whoever was not drawn for the nine questions, and offers none [S54]', async () => {
    const element = await visit(fakeBox().box, { state: 'rated', questions: false })
    expect(words(element, 'survey-thanks')).to.contain('Anda boleh menutup halaman ini')
    expect(page(element, 'survey-thanks')!.shadowRoot!.querySelector('ui-dock')).to.equal(null)
    await accessibleInThemes(element)
  })

  it('tells whoever listens that a rating is on its way', async () => {
    const element = await visit()
    const told = heard<{ token: string }>(element, 'answered')
    await rate(element, 4)
    expect(told).to.deep.equal([{ token: 't-1' }])
  })
})
