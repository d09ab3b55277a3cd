import type { LitElement } from 'lit'
import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/contest/contest-page.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const AT = Date.UTC(2026, 6, 9, 2, 31)
const contest = (of: object = {}) => ({
  id: 'c1',
  officer: { id: 'p7', name: 'Petugas 7 (contoh)' },
  period: '2026-Q2',
  causes: ['outage'],
  excluded: { from: '2026-05-20', to: '2026-05-22', hours: ['pagi'], counters: [office.counters[0]!.id] },
  words: 'Pencetak rusak tiga hari.',
  evidence: ['laporan-kerusakan-pencetak.pdf'],
  state: 'answered',
  lateDays: 0,
  decidableFrom: '2026-07-17',
  until: { answer: '2026-07-16', decide: '2026-07-23', raise: '2026-07-27' },
  objectedAt: AT,
  withdrawnAt: null,
  added: [],
  effect: { n: 204, meant: 17, left: 187, enough: true },
  answer: { words: 'Benar pencetak rusak.', by: 'Kepala Seksi (contoh)', at: AT },
  decision: null,
  decider: 'Kepala Bidang (contoh)',
  may: { answer: false, decide: false },
  ...of,
})
let server: ReturnType<typeof answering>

async function opened(path: string, answers: Record<string, unknown>): Promise<HTMLElement> {
  server = answering(answers)
  const page = document.createElement('contest-page')
  Object.assign(page, { office, staff: staffOf('officer'), live: still(), path })
  page.style.padding = '0 1.25rem'
  document.body.append(page)
  await waitUntil(() => page.shadowRoot!.querySelector('h1, contest-form, contest-view'), 'no page')
  return page
}
const part = async (page: Element, tag: string) => {
  const element = page.shadowRoot!.querySelector(tag)!
  await waitUntil(() => element.shadowRoot!.querySelector('h1'), tag)
  return element
}

describe('objections', () => {
  beforeEach(() => setLang('id'))
  afterEach(async () => {
    server.restore()
    document.querySelector('contest-page')?.remove()
    localStorage.clear()
    fixtureCleanup()
    await setViewport({ width: 1280, height: 800 })
  })

  it('can be read in every theme, wide and on a phone, with what waits first [O62]', async () => {
    const mine = contest({ id: 'c2', officer: { id: staffOf('officer').id, name: 'Saya' }, period: '2026-S1' })
    const waits = contest({ may: { answer: false, decide: true } })
    const page = await opened('', {
      'GET /api/me/contests': {
        contests: [mine, waits],
        reminders: [{ contest: waits.id, kind: 'decide', day: '2026-07-22' }],
      },
    })
    const heads = [...page.shadowRoot!.querySelectorAll('h2')].map(h => h.textContent)
    expect(heads.slice(0, 3)).to.deep.equal(['Pengingat', 'Menunggu saya', 'Keberatan saya'])
    expect(wordsOf(page)).to.contain('Keputusan ditunggu sampai')
    await accessibleInThemes(page)
    await setViewport({ width: 360, height: 740 })
    expect(document.documentElement.scrollWidth).to.be.at.most(360)
  })

  it('are offered for periods that take them alone, and another says why without a form and without another try [O373]', async () => {
    const untold = new Error('CONTEST_UNTOLD')
    const meant = { n: 204, meant: 17, left: 187, enough: true, until: '2026-07-22' }
    const page = await opened('', {
      'GET /api/me/contests': { contests: [], reminders: [] },
      'POST /api/me/contests/meant': ({ body }: { body: { period: string } }) =>
        body.period.includes('S') ? untold : meant,
    })
    const offered = () => [...page.shadowRoot!.querySelectorAll('a[href*=baru]')].map(a => a.getAttribute('href'))
    await waitUntil(() => offered().length > 0, 'nothing offered')
    expect(offered()).to.have.length(1)
    expect(offered()[0]).to.match(/Q\d$/)
    server.restore()
    page.remove()
    const closed = await opened('baru/2026-S1', {
      'GET /api/me/contests': { contests: [], reminders: [] },
      'POST /api/me/contests/meant': untold,
    })
    const form = await part(closed, 'contest-form')
    await waitUntil(() => wordsOf(form).includes('tidak menampilkan angka atau kata'), 'no why')
    expect(form.shadowRoot!.querySelector('form, ui-state')).to.equal(null)
    await accessibleInThemes(closed)
  })

  it('are begun with a cause, and tell how many answers are meant and no figure [O60 O63 O357 O363]', async () => {
    const page = await opened('baru/2026-Q2', {
      'GET /api/me/contests': { contests: [] },
      'POST /api/me/contests/meant': { n: 204, meant: 17, left: 187, enough: true, until: '2026-07-22' },
      'POST /api/me/contests': { contest: contest() },
    })
    const form = await part(page, 'contest-form')
    await waitUntil(() => wordsOf(form).includes('Pilih hari yang Anda persoalkan'), 'nothing asked for')
    expect(wordsOf(form)).not.to.include('17 dari 204')
    const inside = form.shadowRoot!
    const day = async (name: string, date: string) => {
      const field = inside.querySelector<HTMLInputElement>(`input[name=${name}]`)!
      field.value = date
      field.dispatchEvent(new Event('change'))
      await (form as LitElement).updateComplete
    }
    await day('from', '2026-05-20')
    await day('to', '2026-05-18')
    await waitUntil(() => wordsOf(form).includes('Hari terakhir lebih awal'), 'nothing said')
    await day('to', '2026-05-22')
    await waitUntil(() => wordsOf(form).includes('17 dari 204'), 'no effect')
    expect(wordsOf(form)).to.include('Angka barunya tampil hanya bila tidak membuka')
    await accessibleInThemes(page)
    await setViewport({ width: 360, height: 740 })
    expect(document.documentElement.scrollWidth).to.be.at.most(360)
    const text = inside.querySelector<HTMLTextAreaElement>('textarea[name=words]')!
    text.value = 'Pencetak rusak tiga hari.'
    text.dispatchEvent(new Event('input'))
    inside.querySelector('form')!.requestSubmit()
    await waitUntil(() => wordsOf(form).includes('Pilih sedikitnya satu sebab.'), 'no refusal')
    inside.querySelector<HTMLInputElement>('input[name=cause]')!.click()
    inside.querySelector('form')!.requestSubmit()
    await waitUntil(() => location.hash === '#/keberatan/c1', 'not sent')
    const sent = server.asked.find(a => a.method === 'POST' && a.path === '/api/me/contests')!.body as {
      causes: string[]
      words: string
    }
    expect([sent.causes, sent.words]).to.deep.equal([['outage'], 'Pencetak rusak tiga hari.'])
    location.hash = ''
  })

  it('are decided with reasons, and before that show no more than how many answers remain [O63 O363]', async () => {
    const page = await opened('c1', {
      'GET /api/me/contests': { contests: [contest({ may: { answer: false, decide: true } })] },
      'POST /api/me/contests/c1/decide': { contest: contest({ state: 'decided' }) },
    })
    const view = await part(page, 'contest-view')
    expect(wordsOf(view)).to.include('187').and.include('penilaian tersisa, dari 204.')
    expect(wordsOf(view)).to.include('Angka barunya tampil hanya bila tidak membuka')
    expect(wordsOf(view)).to.not.match(/\d+,\d/)
    await accessibleInThemes(page)
    await setViewport({ width: 360, height: 740 })
    expect(document.documentElement.scrollWidth).to.be.at.most(360)
    const decide = view.shadowRoot!.querySelector('contest-decide')!.shadowRoot!
    const radios = [...decide.querySelectorAll<HTMLInputElement>('input[type=radio]')]
    expect(radios.map(r => r.checked)).to.deep.equal([false, false, false])
    decide.querySelector<HTMLTextAreaElement>('textarea[name=reasons]')!.value = 'Terbukti.'
    decide.querySelector('form')!.requestSubmit()
    expect(decide.querySelector('ui-dialog')).to.equal(null)
    radios[0]!.click()
    await waitUntil(() => decide.textContent!.includes('Simpan keputusan dan hitung ulang'))
    decide.querySelector('form')!.requestSubmit()
    await waitUntil(() => decide.querySelector('ui-dialog'), 'not asked again')
    expect(server.asked.some(a => a.path.endsWith('/decide'))).to.equal(false)
    decide.querySelector('ui-dialog')!.dispatchEvent(new Event('primary'))
    await waitUntil(() => server.asked.some(a => a.path.endsWith('/decide')), 'not sent')
  })

  it('say where nothing is left to leave out, and are decided then without a word of computing anew [O385]', async () => {
    const page = await opened('c1', {
      'GET /api/me/contests': {
        contests: [
          contest({ effect: { n: 100, meant: 0, left: 100, enough: true }, may: { answer: false, decide: true } }),
        ],
      },
    })
    const view = await part(page, 'contest-view')
    expect(wordsOf(view)).to.include('Tidak ada lagi yang dapat dikeluarkan').and.include('tidak mengubah angka')
    const decide = view.shadowRoot!.querySelector('contest-decide')!
    const root = decide.shadowRoot!
    root.querySelector<HTMLInputElement>('input[type=radio]')!.click()
    root.querySelector<HTMLTextAreaElement>('textarea[name=reasons]')!.value = 'Terbukti.'
    root.querySelector('form')!.requestSubmit()
    await waitUntil(() => root.querySelector('ui-dialog'), 'not asked')
    expect(root.querySelector('ui-dialog')!.getAttribute('primary')).to.equal('Simpan keputusan')
    expect(wordsOf(decide)).not.to.include('hitung ulang')
  })

  it('are decided in part only where it is less than was asked, and say that the assessor said nothing [O302]', async () => {
    const page = await opened('c1', {
      'GET /api/me/contests': {
        contests: [contest({ state: 'asked', answer: null, may: { answer: false, decide: true } })],
      },
      'POST /api/me/contests/c1/decide': { contest: contest({ state: 'decided' }) },
      'POST /api/me/contests/c1/part': { n: 204, meant: 9, left: 195, enough: true },
    })
    const view = await part(page, 'contest-view')
    const decide = view.shadowRoot!.querySelector('contest-decide')!
    const root = decide.shadowRoot!
    expect(wordsOf(decide)).to.include('Penilai tidak memberi penjelasan dalam tujuh hari.')
    expect(wordsOf(view)).to.include('Petugas 7 (contoh) · Kamis, 9 Juli 10.31')
    const [, partly, refused] = root.querySelectorAll<HTMLInputElement>('input[type=radio]')
    refused!.click()
    await waitUntil(() => !wordsOf(decide).includes('hitung ulang'))
    partly!.click()
    await waitUntil(() => root.querySelector('input[name=from]'), 'no part')
    expect(wordsOf(decide)).to.include('kosong: semua loket petugas ini').and.not.include('semua loket Anda')
    root.querySelector<HTMLTextAreaElement>('textarea[name=reasons]')!.value = 'Dua hari saja.'
    root.querySelector('form')!.requestSubmit()
    await waitUntil(() => wordsOf(decide).includes('Sebagian berarti kurang dari yang diminta'), 'no sentence')
    await accessibleInThemes(page)
    const to = root.querySelector<HTMLInputElement>('input[name=to]')!
    to.value = '2026-05-21'
    to.dispatchEvent(new Event('change'))
    await waitUntil(() => !wordsOf(decide).includes('Sebagian berarti'))
    await waitUntil(() => wordsOf(decide).includes('Tersisa 195 dari 204 penilaian.'), 'not how many remain')
    root.querySelector('form')!.requestSubmit()
    await waitUntil(() => root.querySelector('ui-dialog'), 'not asked again')
    root.querySelector('ui-dialog')!.dispatchEvent(new Event('primary'))
    await waitUntil(() => server.asked.some(a => a.path.endsWith('/decide')), 'not sent')
    const { body } = server.asked.find(a => a.path.endsWith('/decide'))!
    expect(body).to.deep.include({ outcome: 'partly', reasons: 'Dua hari saja.' })
  })

  it('take more evidence while they wait, and are taken back only after it was asked once more [O348]', async () => {
    const added = [{ line: 'Foto pencetak', at: AT }]
    const mine = contest({
      officer: { id: staffOf('officer').id, name: 'Saya' },
      added,
      may: { answer: false, decide: false, add: true },
    })
    const page = await opened('c1', {
      'GET /api/me/contests': { contests: [mine] },
      'POST /api/me/contests/c1/evidence': { contest: mine },
      'POST /api/me/contests/c1/withdraw': { contest: mine },
    })
    const view = await part(page, 'contest-view')
    expect(wordsOf(view)).to.include('Foto pencetak ditambahkan Kamis, 9 Juli 10.31')
    const more = view.shadowRoot!.querySelector('contest-more')!.shadowRoot!
    more.querySelector<HTMLInputElement>('[name=line]')!.value = 'Surat'
    more.querySelector('form')!.requestSubmit()
    await waitUntil(() => server.asked.some(a => a.path.endsWith('/evidence')), 'not sent')
    await accessibleInThemes(page)
    more.querySelector<HTMLElement>('[data-withdraw]')!.click()
    await waitUntil(() => more.querySelector('ui-dialog'), 'not asked again')
    expect(server.asked.some(a => a.path.endsWith('/withdraw'))).to.equal(false)
    more.querySelector('ui-dialog')!.dispatchEvent(new Event('primary'))
    await waitUntil(() => server.asked.some(a => a.path.endsWith('/withdraw')), 'not taken back')
  })

  it('say from when on they can be decided, while the assessor may still explain [O340]', async () => {
    const page = await opened('c1', {
      'GET /api/me/contests': { contests: [contest({ state: 'asked', answer: null })] },
    })
    const view = await part(page, 'contest-view')
    expect(wordsOf(view)).to.include('Kedua pihak didengar dahulu.').and.include('mulai Jumat, 17 Juli')
    expect(view.shadowRoot!.querySelector('contest-decide')).to.equal(null)
  })

  it('wait in the list until the day of whoever looks [O61]', async () => {
    const page = await opened('', {
      'GET /api/me/contests': {
        contests: [contest({ state: 'asked', may: { answer: true, decide: false } })],
        reminders: [],
      },
    })
    expect(wordsOf(page)).to.include('Boleh dijawab sampai Kamis, 16 Juli').and.not.include('23 Juli')
  })

  it('that are late say so, and that nothing is decided by it [O61]', async () => {
    const page = await opened('c1', {
      'GET /api/me/contests': { contests: [contest({ state: 'overdue', lateDays: 3 })] },
    })
    const view = await part(page, 'contest-view')
    expect(wordsOf(view)).to.include('Melewati batas 3 hari.').and.include('sedang diperiksa')
    await accessibleInThemes(page)
  })
})
