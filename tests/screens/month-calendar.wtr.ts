import { expect, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/daily/month-calendar.ts'
import '../../console/daily/team-absences.ts'
import { calendarOf, monthDays } from '../../shared/officer/calendar/month.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const TODAY = '2026-06-09'
const ASKED = {
  ...{ id: 'a1', officerId: 'p1', officer: 'Petugas 1 (contoh)', kind: 'annual', from: '2026-06-15', to: '2026-06-16' },
  ...{ part: null, state: 'asked', askedAt: at('09:00'), decidedBy: null, decidedAt: null, words: '' },
}
const known = {
  served: new Map([
    ['2026-06-08', 44],
    ['2026-06-09', 12],
  ]),
  ...{ reported: new Set(['2026-06-05']), leaves: [], asked: [{ ...ASKED, kind: 'annual' as const }] },
}
const MONTH = {
  today: TODAY,
  days: calendarOf(monthDays('2026-06'), { office, today: TODAY }, known),
  absences: [ASKED],
}
let server: ReturnType<typeof answering>

async function opened(tag: string, answers: Record<string, unknown>): Promise<HTMLElement> {
  server = answering(answers)
  const page = document.createElement(tag)
  Object.assign(page, { office, staff: staffOf('officer'), live: still() })
  document.body.append(page)
  await waitUntil(() => page.shadowRoot!.querySelector('td, article, ui-state[kind]'), 'nothing')
  return page
}
const button = (page: Element, word: string) =>
  [...page.shadowRoot!.querySelectorAll<HTMLElement>('ui-button')].find(b => b.textContent!.trim() === word)!

describe('the calendar of a month', () => {
  beforeEach(() => setLang('id'))
  afterEach(async () => {
    server.restore()
    for (const page of document.querySelectorAll('month-calendar, team-absences')) page.remove()
    await setViewport({ width: 1280, height: 800 })
  })

  it('says each day in a word, in every theme and on a phone [O145]', async () => {
    const page = await opened('month-calendar', { 'GET /api/me/calendar/2026-06': MONTH })
    const said = [...page.shadowRoot!.querySelectorAll('td[aria-label]')].map(td => td.getAttribute('aria-label'))
    expect(said).to.have.length(30)
    expect(said[7]).to.equal('Senin, 8 Juni: 44 dilayani')
    expect(said[4]).to.equal('Jumat, 5 Juni: tugas')
    expect(said[3]).to.equal('Kamis, 4 Juni: belum ada keterangan')
    expect(said[14]).to.include('cuti, menunggu persetujuan')
    const ways = [...page.shadowRoot!.querySelectorAll('td a')].map(a => a.getAttribute('href'))
    expect(ways).to.include('#/laporan/2026-06-04').and.not.include('#/laporan/2026-06-10')
    await accessibleInThemes(page)
    await setViewport({ width: 360, height: 740 })
    expect(document.documentElement.scrollWidth).to.be.at.most(360)
  })

  it('asks for leave and takes it back [O146 O147]', async () => {
    const page = await opened('month-calendar', {
      'GET /api/me/calendar/2026-06': MONTH,
      'POST /api/me/absences': { absence: ASKED },
      'POST /api/me/absences/a1/withdraw': { ok: true },
    })
    button(page, 'Ajukan cuti atau tugas').click()
    await waitUntil(() => page.shadowRoot!.querySelector('absence-form'))
    await accessibleInThemes(page)
    const form = page.shadowRoot!.querySelector('absence-form')!
    const from = form.shadowRoot!.querySelector<HTMLInputElement>('[name=from]')!
    from.value = '2026-06-22'
    from.dispatchEvent(new Event('change'))
    button(form, 'Ajukan').click()
    await waitUntil(() => server.asked.some(a => a.path === '/api/me/absences'))
    const wanted = { kind: 'annual', from: '2026-06-22', to: '2026-06-22', part: null }
    expect(server.asked.find(a => a.path === '/api/me/absences')!.body).to.deep.equal(wanted)
    await waitUntil(() => !page.shadowRoot!.querySelector('absence-form'))
    button(page, 'Tarik kembali').click()
    await waitUntil(() => server.asked.some(a => a.path.endsWith('/withdraw')))
  })

  it('is not asked for with an end before its beginning, and says so [O147]', async () => {
    const page = await opened('month-calendar', { 'GET /api/me/calendar/2026-06': MONTH })
    button(page, 'Ajukan cuti atau tugas').click()
    await waitUntil(() => page.shadowRoot!.querySelector('absence-form'))
    const form = page.shadowRoot!.querySelector('absence-form')!
    await form.updateComplete
    const to = form.shadowRoot!.querySelector<HTMLInputElement>('[name=to]')!
    to.value = '2026-06-01'
    to.dispatchEvent(new Event('change'))
    await form.updateComplete
    button(form, 'Ajukan').click()
    expect(form.shadowRoot!.querySelector('[role=alert]')!.textContent).to.include('lebih awal')
    expect(server.asked.some(a => a.path === '/api/me/absences')).to.equal(false)
  })

  it('is agreed to by one tap, and refused only with words [O146]', async () => {
    const page = await opened('team-absences', {
      'GET /api/me/team/absences': { absences: [ASKED] },
      'POST /api/me/team/absences/a1/decide': { ok: true },
    })
    await accessibleInThemes(page)
    button(page, 'Tolak').click()
    await waitUntil(() => wordsOf(page).includes('Tulis alasannya dahulu.'))
    button(page, 'Setujui').click()
    await waitUntil(() => server.asked.some(a => a.path.endsWith('/decide')))
    expect(server.asked.at(-1)!.path).to.be.oneOf(['/api/me/team/absences/a1/decide', '/api/me/team/absences'])
  })
})
