import { aTimeout, expect } from '@open-wc/testing'
import { serviceSearch } from '../../booking/service-search.ts'
import { missingPage, papersPage } from '../../server/http/pages/booking/papers-page.ts'
import { servicesPage } from '../../server/http/pages/booking/services-page.ts'
import { slotsPage } from '../../server/http/pages/booking/slots-page.ts'
import { drawPage } from '../../server/http/pages/booking/draw-page.ts'
import { waitPage } from '../../server/http/pages/booking/wait-page.ts'
import { drawnRecord, front, NOW, slotsReply } from '../helpers/booking-desk.ts'
import { servedPage, wearing } from './page-served.ts'
import { form, ktp, none, way } from './booking-served.ts'

const kk = front.office.services.find(s => s.id === 'kartu-keluarga')!
const slots = (service: typeof ktp, date?: string) =>
  slotsPage(front, service, way, { reply: slotsReply(service.id), date, from: undefined }, none)

wearing('/booking/styles/booking.css')

describe('the booking pages', () => {
  for (const [name, page] of [
    ['services', servicesPage(front, way, '', none)],
    ['services searched', servicesPage(front, way, 'ktp sim ilang', none)],
    ['nothing found', servicesPage(front, way, 'asdfgh', none)],
    ['papers', papersPage(front, ktp, way, none)],
    ['not complete', missingPage(front, ktp, way, none)],
    ['times', slots(ktp)],
    ['a full day', slots(ktp, '2026-06-10')],
    ['a draw', slots(kk, '2026-06-11')],
    ['the form', form()],
    ['a refused form', form({ bad: 'nik', refused: 'NIK terdiri dari 16 angka.', typed: { nik: '1' } })],
    [
      'a wait',
      waitPage(front, ktp, way, { fields: {}, wait: { token: 'x', from: NOW + 20_000 }, now: NOW, early: false }, none),
    ],
    [
      'a record',
      drawPage(
        front,
        kk,
        way,
        { date: '2026-06-11', record: drawnRecord, code: '', sha256: () => '5e'.repeat(32) },
        none,
      ),
    ],
  ] as const)
    for (const theme of ['light', 'dark'])
      it(`read well in ${theme}: ${name}`, async () => {
        document.documentElement.dataset['theme'] = theme
        await expect(await servedPage(page)).to.be.accessible()
        document.documentElement.dataset['theme'] = 'light'
      })

  it('answer while somebody types with the answers of the server, best first [Q2 Q4]', async () => {
    const { type, names, told } = await atSearch()
    await type('antri ktp')
    expect(names()[0]).to.equal('KTP-el')
    await type('akta kelahran')
    expect([names()[0], ...names().slice(-2)]).to.deep.equal(['Akta Kelahiran', 'Konsultasi', 'Semua 12 layanan'])
    expect(told()).to.contain('Kami baca sebagai “akta kelahiran”.')
    await type('paspor')
    expect([names()[0], told()]).to.deep.equal(['Paspor', '“paspor” tidak diurus di kantor ini.'])
    await type('')
    expect([names().length, told()]).to.deep.equal([front.office.services.length, ''])
  })

  it('stay as they are where no answer comes, and show the last of several', async () => {
    const it = await atSearch()
    it.cut(true)
    await it.type('ktp')
    expect(it.names()).to.have.length(front.office.services.length)
    it.cut(false)
    it.busy(true)
    await it.type('ktp')
    expect(it.names()).to.have.length(front.office.services.length)
    it.busy(false)
    void it.type('ktp')
    await it.type('cerai')
    expect(it.names()[0]).to.match(/^Akta Perceraian/)
  })

  it('tell of a search without an answer once its field is left, and of no other [Q7]', async () => {
    const { type, leave, unfound } = await atSearch()
    for (const query of ['visum', 'ktp', '', 'paspor']) {
      void type(query)
      await leave()
    }
    expect(unfound).to.deep.equal(['visum'])
  })
})

/** The list of services with its script at work; the server answers at once, unless the connection is cut. */
async function atSearch() {
  const page = await servedPage(servicesPage(front, way, '', none))
  const unfound: string[] = []
  let cut = false
  let busy = false
  serviceSearch(page, {
    async load(fields) {
      if (cut) throw new TypeError('no network')
      return busy ? '<!doctype html><h1>Sedang ramai</h1>' : servicesPage(front, way, fields.get('q')!, none)
    },
    unfound: query => void unfound.push(query),
    pauseMs: 0,
  })
  const field = page.querySelector<HTMLInputElement>('#q')!
  const settled = () => aTimeout(10)
  return {
    unfound,
    cut: (now: boolean) => void (cut = now),
    busy: (now: boolean) => void (busy = now),
    type(query: string) {
      field.value = query
      field.dispatchEvent(new Event('input'))
      return settled()
    },
    leave() {
      field.dispatchEvent(new Event('change'))
      return settled()
    },
    names: () => [...page.querySelectorAll('#answers b')].map(b => b.textContent),
    told: () => page.querySelector('#found')!.textContent,
  }
}
