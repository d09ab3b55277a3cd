import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/reports/instruments/programmes-pane.ts'
import type { ProgrammesPane } from '../../console/reports/instruments/programmes-pane.ts'
import { keepTextOf } from '../../console/kept/kept-text.ts'
import { BUILT_IN } from '../../shared/survey/instrument/built-in.ts'
import type { Programme } from '../../shared/survey/instrument/programme.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, still } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const READ = 'GET /api/offices/samarinda/programmes'
const instruments = [{ id: 'spak', official: true, version: 0, versions: [], instrument: BUILT_IN.spak }]
const programme: Programme = {
  ...{ name: ['Imunisasi sekolah', ''], about: ['', ''], instrument: 'spak', version: 0 },
  ...{ from: '2026-04-01', to: '2026-04-30', population: 400, places: ['Sempaja', 'Sambutan'] },
}
const one = (id: string, state: string, change: Partial<Programme> = {}) => ({
  ...{ id, path: `/survei/${id}`, state, answered: 42, steps: 1, programme: { ...programme, ...change } },
})
const figures = {
  ...{ state: 'open', n: 42, perception: 3.4, index: 85, mutu: null, range: null, together: 11 },
  questions: BUILT_IN.spak.questions.map(({ key }) => ({ key, n: 42, mean: 5, value: 3.4 })),
  places: [{ place: 'Sempaja', n: 30, index: 86.25 }],
}
let server: ReturnType<typeof answering>

async function open(programmes: readonly object[], result: object = figures) {
  server = answering({
    [READ]: { programmes },
    'GET /api/offices/samarinda/programmes/lama/result': result,
    'GET /api/offices/samarinda/instruments/spak/versions/0': { instrument: BUILT_IN.spak },
    'POST /api/offices/samarinda/programmes/jalan': { ok: true },
  })
  const pane = await fixture<ProgrammesPane>(
    html`<programmes-pane .office=${office} .live=${still()} .instruments=${instruments}></programmes-pane>`,
  )
  await waitUntil(() => pane.shadowRoot!.querySelector('.cards, ui-state[kind="empty"]'))
  return pane
}
const words = (root: ShadowRoot | Element) => root.textContent!.replace(/\s+/g, ' ')
const button = (root: ShadowRoot, name: string) =>
  [...root.querySelectorAll('ui-button')].find(b => (b.label || b.textContent!.trim()) === name)!

describe('the surveys of programmes', () => {
  beforeEach(() => {
    setLang('id')
    keepTextOf('manajer')
  })
  afterEach(() => {
    server.restore()
    keepTextOf(undefined)
  })

  it('tell while they run how many answered of the sample that is wanted, and nothing else [S83]', async () => {
    const pane = await open([one('jalan', 'running')])
    expect(words(pane.shadowRoot!)).to.contain('42 jawaban, sasaran 196 dari 400 orang')
    expect(pane.shadowRoot!.querySelector('details')).to.equal(null)
    const links = [...pane.shadowRoot!.querySelectorAll('a')].map(a => a.getAttribute('href'))
    expect(links).to.deep.equal(['/survei/jalan?lang=id', '/survei/jalan/poster?lang=id'])
    await accessibleInThemes(pane)
  })

  it('tell once they are over each question, place and index, on their own scale [S83]', async () => {
    const pane = await open([one('lama', 'closed')])
    pane.shadowRoot!.querySelector<HTMLElement>('summary')!.click()
    await waitUntil(() => pane.shadowRoot!.querySelector('programme-result')?.shadowRoot?.querySelector('table'))
    const root = pane.shadowRoot!.querySelector('programme-result')!.shadowRoot!
    const said = words(root)
    for (const text of [
      '85,00',
      '3,40',
      'Rata-rata (1–6)',
      'Tanpa pungli',
      'Sempaja',
      '86,25',
      '11 jawaban datang dari',
    ])
      expect(said).to.contain(text)
    expect(said).not.to.contain('Mutu')
    await accessibleInThemes(pane)
  })

  it('tell nothing of fewer than ten [S83]', async () => {
    const pane = await open([one('lama', 'closed')], { state: 'few' })
    pane.shadowRoot!.querySelector<HTMLElement>('summary')!.click()
    await waitUntil(() =>
      pane.shadowRoot!.querySelector('programme-result')?.shadowRoot?.querySelector('ui-state[kind="empty"]'),
    )
    const state = pane.shadowRoot!.querySelector('programme-result')!.shadowRoot!.querySelector('ui-state')!
    expect(state.heading).to.equal('Kurang dari 10 jawaban, tidak ditampilkan')
  })

  it('change in their end and population alone once they run, and are sent with what was seen [S83]', async () => {
    const pane = await open([one('jalan', 'running')])
    const root = pane.shadowRoot!
    button(root, 'Ubah Imunisasi sekolah').click()
    await pane.updateComplete
    const form = root.querySelector('programme-form')!
    await form.updateComplete
    const open_ = [...form.shadowRoot!.querySelectorAll<HTMLInputElement>('input, select, textarea')].filter(
      f => !f.disabled,
    )
    expect(open_.map(f => f.type)).to.deep.equal(['date', 'number'])
    await accessibleInThemes(pane)
    open_[1]!.value = '450'
    open_[1]!.dispatchEvent(new Event('input'))
    await pane.updateComplete
    form.dispatchEvent(new CustomEvent('send'))
    await waitUntil(() => server.asked.some(a => a.method === 'POST'))
    const { body, key } = server.asked.find(a => a.method === 'POST')!
    expect(key).to.be.a('string')
    expect(body).to.deep.equal({ programme: { ...programme, population: 450 }, steps: 1 })
    await waitUntil(() => words(root).includes('Tersimpan'))
  })

  it('begin in a form that is kept through a reload', async () => {
    const pane = await open([])
    expect(pane.shadowRoot!.querySelector('ui-state')!.heading).to.equal('Belum ada survei program')
    button(pane.shadowRoot!, 'Survei program baru').click()
    await pane.updateComplete
    const form = pane.shadowRoot!.querySelector('programme-form')!
    await form.updateComplete
    const name = form.shadowRoot!.querySelector('input')!
    name.value = 'Sampah'
    name.dispatchEvent(new Event('input'))
    await pane.updateComplete
    await accessibleInThemes(pane)
    server.restore()
    const again = await open([])
    expect(words(again.shadowRoot!)).to.contain('Isian Anda yang belum terkirim ada di sini.')
    expect(again.shadowRoot!.querySelector('programme-form')!.programme.name[0]).to.equal('Sampah')
  })
})
