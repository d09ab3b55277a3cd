import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/feedback/feedback-page.ts'
import '../../console/team/team-thread.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { MESSAGES, message, TEAM } from '../helpers/team-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

let server: ReturnType<typeof answering>

async function opened(tag: 'team-thread' | 'feedback-page', answers: Record<string, unknown>, of: object = {}) {
  server = answering(answers)
  const page = document.createElement(tag)
  Object.assign(page, { office, staff: staffOf('officer'), live: still(), ...of })
  page.style.padding = '0 1.25rem'
  document.body.append(page)
  await waitUntil(() => page.shadowRoot!.querySelector('message-form'), 'no form')
  return page
}

/** The form of a page, with what is chosen and typed in it. */
async function typed(page: HTMLElement, given: Readonly<Record<string, string>>) {
  const form = page.shadowRoot!.querySelector('message-form')!
  const root = form.shadowRoot!
  for (const [name, value] of Object.entries(given)) {
    const field = root.querySelector<HTMLInputElement>(`[name=${name}]`)!
    field.value = value
    field.dispatchEvent(new Event('change'))
    await form.updateComplete
  }
  return { form, root, send: () => root.querySelector('form')!.requestSubmit() }
}

describe('a thread', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => {
    server.restore()
    for (const page of document.querySelectorAll('feedback-page, team-thread')) page.remove()
    fixtureCleanup()
  })

  it('can be read in every theme: who said what in whose name, what is for two, and when it was read [O110 O112]', async () => {
    const page = await opened('feedback-page', {
      'GET /api/me/feedback': { messages: MESSAGES, colleagues: TEAM.colleagues },
    })
    await waitUntil(() => page.shadowRoot!.querySelector('.thread'), 'no thread')
    const said = wordsOf(page)
    expect(said).to.include('Sudah dibaca 9 Juli 2026 08.15').and.include('Sistem').and.include('berdua')
    expect(said).to.include('Kepala Seksi (contoh) (a.n. Kepala Bidang (contoh))').and.include('Kompeten: Melaksanakan')
    expect(page.shadowRoot!.querySelectorAll('.thread ui-button')).to.have.length(1)
    await accessibleInThemes(page)
  })

  it('says what the program changed in the language of whoever reads [O263]', async () => {
    const changed = {
      code: 'score',
      period: { kind: 'quarter', from: '2026-01-01', to: '2026-03-31' },
      cause: 'outage',
      version: 2,
    }
    const own = { messages: [message({ kind: 'system', author: null, text: 'Nilai', changed })], colleagues: [] }
    setLang('en')
    const page = await opened('feedback-page', { 'GET /api/me/feedback': own })
    await waitUntil(() => wordsOf(page).includes('Version 2 holds'))
    expect(wordsOf(page)).to.include('The score of Quarter I 2026 was computed anew: an outage marked later')
  })

  it('takes a message about the day, report, visit or period that was chosen, with the last one first [O356]', async () => {
    const page = await opened('feedback-page', {
      'GET /api/me/feedback': { messages: MESSAGES, colleagues: [] },
      'POST /api/me/feedback': { message: MESSAGES[1] },
    })
    const sent = async (given: Record<string, string>) => {
      const before = server.asked.filter(a => a.body !== undefined).length
      const { root, send } = await typed(page, { ...given, text: 'Sudah saya perbaiki.' })
      send()
      const bodies = () => server.asked.filter(a => a.body !== undefined)
      await waitUntil(() => bodies().length > before && root.querySelector('textarea')!.value === '')
      return bodies().at(-1)!.body as { about: object; corrects: string | null }
    }
    expect((await sent({})).about).to.deep.equal(MESSAGES.at(-1)!.about)
    const day = { from: '2026-06-03', to: '2026-06-03' }
    expect((await sent({ about: 'report', date: '2026-06-03' })).about).to.deep.equal({
      ...{ kind: 'report', ref: '2026-06-03' },
      ...day,
    })
    expect((await sent({ about: 'visit', ref: 'a-012', date: '2026-06-03' })).about).to.deep.equal({
      ...{ kind: 'visit', ref: 'A-012' },
      ...day,
    })
    const { about, corrects } = await sent({ about: 'period', period: '2026-Q1', corrects: 'm2' })
    expect(about).to.deep.equal({ kind: 'period', ref: '2026-Q1', from: '2026-01-01', to: '2026-03-31' })
    expect(corrects).to.equal('m2')
  })

  it('lets an assessor choose up to three guides, on a phone too [O356]', async () => {
    const page = await opened(
      'team-thread',
      {
        'GET /api/me/team/p1/feedback': { messages: [] },
        'POST /api/me/team/p1/feedback': { message: MESSAGES[0] },
      },
      { person: 'p1', name: 'Petugas 1 (contoh)' },
    )
    const { root, send } = await typed(page, { text: 'Baik.' })
    expect(root.querySelector('[name=corrects], option[value=same]')).to.equal(null)
    root.querySelector('details')!.open = true
    const boxes = [...root.querySelectorAll<HTMLInputElement>('[name=tag]')]
    expect(boxes).to.have.length(21)
    for (const box of boxes.slice(0, 3)) {
      box.click()
      await page.shadowRoot!.querySelector('message-form')!.updateComplete
    }
    expect(boxes.filter(box => box.disabled)).to.have.length(18)
    await setViewport({ width: 360, height: 740 })
    expect(document.documentElement.scrollWidth).to.be.at.most(360)
    await accessibleInThemes(page)
    await setViewport({ width: 1280, height: 800 })
    send()
    await waitUntil(() => server.asked.some(a => a.body !== undefined))
    const { tags, about } = server.asked.find(a => a.body !== undefined)!.body as { tags: string[]; about: object }
    expect(tags).to.deep.equal(['pelayanan.1', 'pelayanan.2', 'pelayanan.3'])
    expect(about).to.include({ kind: 'day' })
  })
})
