import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/desk/desk-unfinished.ts'
import type { DeskUnfinished } from '../../console/desk/desk-unfinished.ts'
import { UNDO_MS } from '../../shared/queue/act.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, NOW, office, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const UNFINISHED = 'GET /api/offices/samarinda/unfinished'
const counter = (act: string) => `POST /api/offices/samarinda/counters/3/${act}`
const visit = (number: string, state: string) => ({
  ...{ id: `id-${number}`, no: 0, number, serviceId: 'ktp-el', state, priority: false, calls: 1 },
  ...{ takenAt: at('09:00'), due: at('09:00'), calledAt: at('09:40'), counterId: '3' },
})

let server: ReturnType<typeof answering>
let left: ReturnType<typeof visit>[]
async function open(answers: Readonly<Record<string, unknown>> = {}) {
  server = answering({ [UNFINISHED]: () => ({ date: '2026-06-08', tickets: left }), ...answers })
  const desk = await fixture<DeskUnfinished>(
    html`<desk-unfinished .office=${office} .date=${'2026-06-09'} .now=${NOW}></desk-unfinished>`,
  )
  await waitUntil(() => server.asked.length > 0 && (left.length === 0 || desk.hasAttribute('filled')))
  return desk
}
const buttons = (desk: DeskUnfinished) => [...desk.shadowRoot!.querySelectorAll('ui-button')]

describe('what the day before left over', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('takes no room where there is nothing', async () => {
    left = []
    const desk = await open()
    expect(desk.offsetHeight).to.equal(0)
    expect(wordsOf(desk)).to.equal('')
  })

  it('is shown with what may become of it, each in one press [D13]', async () => {
    left = [visit('A-012', 'serving'), visit('B-003', 'called'), visit('K-020', 'parked')]
    const desk = await open()
    expect(wordsOf(desk)).to.contain('Dari kemarin: A-012 masih dilayani di Loket 3, dipanggil 09.40.')
    expect(buttons(desk).map(b => b.textContent!.trim())).to.deep.equal([
      'Sudah dilayani',
      'Sudah dilayani',
      'Tidak datang',
      'Panggil kembali',
    ])
    await accessibleInThemes(desk)
  })

  it('is ended at its own counter, by naming it, and goes, unless that is undone within half a minute [D13 Y1]', async () => {
    left = [visit('A-012', 'serving')]
    const desk = await open({
      [counter('finish')]: () => ((left = []), { ticket: visit('A-012', 'done') }),
      [counter('undo')]: () => ((left = [visit('A-012', 'serving')]), { ticket: left[0] }),
    })
    buttons(desk)[0]!.click()
    await waitUntil(() => wordsOf(desk).includes('A-012: selesai.'))
    await accessibleInThemes(desk)
    buttons(desk)[0]!.click()
    await waitUntil(() => wordsOf(desk).includes('A-012 masih dilayani'))
    expect(server.asked.filter(a => a.method === 'POST').map(a => a.body)).to.deep.equal([{ ticketId: 'id-A-012' }, {}])
    buttons(desk)[0]!.click()
    await waitUntil(() => wordsOf(desk).includes('A-012: selesai.'))
    desk.now = NOW + UNDO_MS + 1
    await waitUntil(() => !desk.hasAttribute('filled'))
  })

  it('asks on the same day once the doors are shut, until its officer has answered [D30]', async () => {
    left = []
    const desk = await open({
      [counter('mind')]: () => ({ counter: { id: '3', state: 'open', since: 0, services: [] } }),
    })
    const today = (doors: string, actedAt: string) =>
      ({
        plan: { doors: { from: at('08:00'), to: at(doors), breaks: [] } },
        counters: { 3: { id: '3', state: 'open', officerId: 'sari', current: 0, actedAt: at(actedAt) } },
        tickets: [[visit('A-012', 'serving')]],
      }) as never
    desk.staffId = 'sari'
    desk.day = today('15:00', '10:05')
    await desk.updateComplete
    expect(desk.hasAttribute('filled')).to.equal(false)
    desk.day = today('10:20', '10:05')
    await desk.updateComplete
    expect(wordsOf(desk)).to.contain('A-012 masih dilayani di Loket 3, dan pintu sudah tutup.')
    await accessibleInThemes(desk)
    buttons(desk)[0]!.click()
    await waitUntil(() => server.asked.some(a => a.path.endsWith('/mind')))
    desk.day = today('10:20', '10:22')
    await desk.updateComplete
    expect(desk.hasAttribute('filled')).to.equal(false)
  })

  it('says why it could not be ended', async () => {
    left = [visit('K-020', 'parked')]
    const busy = Object.assign(new Error('COUNTER_BUSY'), { data: { number: 'A-001' } })
    const desk = await open({ [counter('resume')]: busy })
    buttons(desk)[0]!.click()
    await waitUntil(() => desk.shadowRoot!.querySelector('[tone=bad]'))
    expect(buttons(desk)).to.have.length(1)
  })
})
