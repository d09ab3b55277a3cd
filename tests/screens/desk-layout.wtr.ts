import { aTimeout, expect, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import type { ConsoleDesk } from '../../console/desk/console-desk.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { currentAt } from '../../shared/queue/day.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answerWith, restoreFetch } from '../helpers/console-answers.ts'
import { Hall, NOW, call, open, part, start, take } from '../helpers/desk-hall.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const TAKEN = {
  ...{ id: 'o1', counterId: '3', date: '2026-06-09', at: NOW - 20 * MINUTE, by: 'Kepala Seksi (contoh)' },
  ...{ reason: 'ill', number: 'A-018', end: 'continue', note: null, answer: null },
}
const LEFT = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16].map(n => take(n))
const others = ['1', '2', '4', '5'].map((id, place) => [`q${place}`, id] as const)

interface Scene {
  readonly left?: number
  readonly note?: boolean
  /** Called for the last step of a booking, which somebody else may still have come for. */
  readonly booked?: boolean
  readonly phase?: 'ready' | 'called' | 'serving'
}

/** A phone, the whole screen of a laptop, and what a browser with its bars leaves of that. */
const SCREENS = { '390x844': [390, 844], '1366x768': [1366, 768], '1366x657': [1366, 657] } as const

/** The desk as it stands in the console under its bar, with so many counters left and the longest trip. */
async function scene(
  { left = 0, note = false, booked = false, phase = 'serving' }: Scene,
  screen: keyof typeof SCREENS = '1366x768',
): Promise<ConsoleDesk> {
  const [width, height] = SCREENS[screen]
  await setViewport({ width, height })
  const hall = new Hall(open, ...LEFT)
  hall.now = NOW + 61 * MINUTE
  if (phase !== 'ready') hall.decide(call)
  hall.now += 9 * MINUTE
  if (phase === 'serving') hall.decide(start)
  hall.now += booked ? MINUTE : 12 * MINUTE
  for (const [officer, id] of others.slice(0, left)) {
    hall.sit(officer, id, demoOffice.counters.find(c => c.id === id)!.services)
    hall.decide({ verb: 'leaveCounter', counterId: id, why: 'silent' }, officer)
  }
  const current = currentAt(hall.day, '3')
  if (booked && current) {
    const { serviceId } = current
    const wish = { bookedAt: NOW, case: demoOffice.services.find(s => s.id === serviceId)?.cases[0]?.id ?? '' }
    const tickets = hall.day.tickets.map(some => some.map(it => (it?.counterId === '3' ? { ...it, ...wish } : it)))
    hall.day = { ...hall.day, tickets }
  }
  hall.live.day = hall.day
  answerWith(note ? { 'GET /api/me/takeovers': [200, { takeovers: [TAKEN] }] } : {})
  const desk = await hall.show()
  Object.assign(
    desk.parentElement!.style,
    width < 400 ? { padding: '0 1.2rem' } : { position: 'fixed', inset: '69px 19px auto', height: `${height - 84}px` },
  )
  desk.style.fontSize = '0.9375rem'
  await aTimeout(120)
  // As high as the strip is with its figures.
  part(desk, 'ui-figures').style.minHeight = '64px'
  if (note) await waitUntil(() => part(desk, 'takeover-notes').hasAttribute('filled'))
  await aTimeout(50)
  return desk
}

const named = (root: ParentNode, ...selectors: string[]) =>
  selectors.flatMap(s => [...root.querySelectorAll<HTMLElement>(s)].map(e => [s, e] as const))

/** Every block of the present visit and what lies above it. */
function blocks(desk: ConsoleDesk) {
  const pane = desk.shadowRoot!
  const now = part(desk, 'desk-current').shadowRoot!
  return [
    ...named(pane, '.banners', '.undo-slot', '.list', 'ui-figures'),
    ...named(now, '.head', '.who', '.why', 'ui-trip', '.strong', '.nexts', '.paper'),
    ...named(part(desk, 'desk-buttons').shadowRoot!, '.acts', '.primary'),
  ].filter(([, e]) => e.getBoundingClientRect().height > 0)
}

function overlaps(desk: ConsoleDesk): string[] {
  const all = blocks(desk).map(([name, e]) => [name, e.getBoundingClientRect()] as const)
  return all.flatMap(([a, r], i) =>
    all
      .slice(i + 1)
      .filter(([, q]) => r.left < q.right - 1 && q.left < r.right - 1 && r.top < q.bottom - 1 && q.top < r.bottom - 1)
      .map(([b]) => `${a} ${b}`),
  )
}

/** Blocks whose words are wider or higher than what is shown of them. */
function cut(desk: ConsoleDesk, narrow: boolean): string[] {
  const pane = part(desk, '.cur').getBoundingClientRect()
  const own = part(desk, 'desk-current')
  const scrolls = own.scrollHeight > own.clientHeight + 1 ? ['desk-current scrolls'] : []
  const beyond = blocks(desk)
    .filter(([name]) => !['.banners', '.list', 'ui-figures'].includes(name))
    .filter(([, e]) => {
      const { left, right, bottom } = e.getBoundingClientRect()
      const words = e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0
      return words || left < pane.left - 1 || right > pane.right + 1 || (!narrow && bottom > pane.bottom + 1)
    })
    .map(([name]) => name)
  const inner = [...part(desk, 'desk-current').shadowRoot!.querySelectorAll('ui-trip')]
    .flatMap(trip => [...trip.shadowRoot!.querySelectorAll('li')])
    .filter(li => li.getBoundingClientRect().right > pane.right || li.scrollWidth > li.clientWidth + 1)
    .map(() => 'span of the trip')
  return [...scrolls, ...beyond, ...inner]
}

/** Rows of the list that are seen whole. */
function rows(desk: ConsoleDesk): number {
  const list = part(desk, 'desk-line').shadowRoot!
  const { bottom } = list.querySelector('.scroll')!.getBoundingClientRect()
  return [...list.querySelectorAll('tbody tr')].filter(r => r.getBoundingClientRect().bottom <= bottom + 1).length
}

describe('the desk with everything on it', () => {
  // The house's own letters are taller than those of the browser.
  before(async () => {
    const file = '/shared/web/ui/fonts/plus-jakarta-sans-latin-wght-normal.woff2'
    document.fonts.add(await new FontFace('Plus Jakarta Sans', `url(${file})`, { weight: '200 800' }).load())
  })
  beforeEach(() => setLang('id'))
  afterEach(async () => {
    restoreFetch()
    await setViewport({ width: 1280, height: 800 })
  })

  for (const screen of ['1366x768', '1366x657', '390x844'] as const) {
    const narrow = screen === '390x844'
    for (const phase of ['ready', 'called', 'serving'] as const) {
      for (const [left, booked] of [[0], [1], [4], ...(screen === '1366x768' ? [[0, true] as const] : [])] as const) {
        const what = `${phase}, ${booked ? 'booked, ' : ''}${left} counters left, ${screen}`
        it(`lays nothing over anything else and cuts nothing: ${what}`, async () => {
          const desk = await scene({ phase, left, note: left === 4, booked: booked ?? false }, screen)
          expect(overlaps(desk)).to.deep.equal([])
          expect(cut(desk, narrow)).to.deep.equal([])
          if (screen === '1366x768') expect(rows(desk)).to.be.greaterThanOrEqual(10)
        })
      }
    }
  }

  it('names what presses most, and opens the others over the page', async () => {
    const desk = await scene({ left: 2, note: true })
    const line = part(desk, 'banner-line')
    const shown = () =>
      [...line.children]
        .flatMap(c => (c.localName === 'ui-banner' ? [c] : [...(c.shadowRoot?.querySelectorAll('ui-banner') ?? [])]))
        .filter(b => b.getBoundingClientRect().height > 0)
    expect(shown()).to.have.length(1)
    expect(shown()[0]!.textContent).to.contain('Loket 1 ditinggalkan')
    const before = part(desk, '.cur').getBoundingClientRect().top
    const opener = line.shadowRoot!.querySelector('ui-button')!
    expect(opener.textContent!.trim()).to.equal('Lihat semua (3)')
    opener.click()
    await aTimeout(30)
    expect(shown()).to.have.length(3)
    expect(part(desk, '.cur').getBoundingClientRect().top).to.equal(before)
    await accessibleInThemes(line)
    opener.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }),
    )
    await aTimeout(30)
    expect(shown()).to.have.length(1)
  })
})
