import { expect, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/admin/history/admin-history.ts'
import '../../console/admin/services/admin-services.ts'
import type { OfficeChange } from '../../shared/office/structure/change.ts'
import { setLang } from '../../shared/web/lang.ts'
import { at, office, wordsOf, type Asked } from '../helpers/console-pages.ts'
import {
  NOBODY,
  buttonOf,
  effectsOf,
  fieldOf,
  footOf,
  openStructure,
  pressOn,
  server,
  typeInto,
} from '../helpers/structure-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const O = '/api/offices/samarinda'
const made = (version: number, fields: readonly string[], more = {}) => ({
  ...{ version, at: at('09:00'), by: 'p1', fields, reason: null, restores: null, ...more },
})
const VERSIONS = [
  made(3, ['counters.3.name'], { reason: 'Papan nama baru' }),
  made(2, ['services.ktp-el.letter', 'hours.1'], { by: 'gone' }),
  made(1, [], { by: 'system' }),
]
const HISTORY = {
  [`GET ${O}/versions`]: { versions: VERSIONS },
  [`GET ${O}/structure`]: { office, last: VERSIONS[0], undo: 2 },
  [`GET ${O}/people`]: { people: [{ id: 'p1', name: 'Ani Contoh' }] },
  [`GET ${O}/versions/2/compare`]: { fields: [{ field: 'counters.3.name', here: 'Loket 3', there: 'Loket Tiga' }] },
  [`POST ${O}/versions/2/effects`]: { ...NOBODY, consequences: [{ kind: 'displays', of: '', count: 3 }] },
}

describe('the history of changes', () => {
  beforeEach(() => setLang('id'))
  afterEach(async () => {
    server.restore()
    document.querySelectorAll('admin-history, admin-services').forEach(page => page.remove())
    await setViewport({ width: 1280, height: 800 })
  })

  it('says who changed what and when, by name and in words, in every theme and on a phone', async () => {
    const page = await openStructure('admin-history', HISTORY)
    await waitUntil(() => wordsOf(page).includes('Versi 3'))
    expect(wordsOf(page)).to.include('oleh Ani Contoh').and.include('Loket 3: Nama').and.include('“Papan nama baru”')
    expect(wordsOf(page)).to.include('oleh akun yang sudah tidak ada').and.include('KTP-el: Huruf, Senin')
    expect(wordsOf(page)).to.include('oleh sistem').and.include('Versi pertama')
    await pressOn(page, 'Bandingkan versi 2 dengan yang berlaku sekarang')
    await waitUntil(() => page.shadowRoot!.querySelector('table'))
    expect(wordsOf(page)).to.include('Beda versi 2 dan versi 3')
    await accessibleInThemes(page)
    await setViewport({ width: 390, height: 844 })
    page.style.padding = '0 1.25rem'
    expect(document.documentElement.scrollWidth).to.be.at.most(390)
  })

  it('takes the last change back only after its effects were seen, as a version that says so', async () => {
    const sent: unknown[] = []
    const page = await openStructure('admin-history', {
      ...HISTORY,
      [`POST ${O}/versions/2/restore`]: ({ body }: Asked) => {
        sent.push(body)
        return { office, touched: 0 }
      },
    })
    await waitUntil(() => buttonOf(page, 'Urungkan perubahan terakhir'))
    await pressOn(page, 'Urungkan perubahan terakhir')
    await waitUntil(() => page.shadowRoot!.querySelector('effects-pane'))
    const pane = page.shadowRoot!.querySelector('effects-pane')!
    await accessibleInThemes(pane)
    expect(wordsOf(pane)).to.include('Loket 3').and.include('Loket Tiga')
    expect(sent).to.deep.equal([])
    await pressOn(pane, 'Kembalikan versi 2')
    await waitUntil(() => wordsOf(page).includes('Versi 2 dikembalikan dan sudah berlaku.'))
    expect(sent).to.deep.equal([{ last: 3, foreseen: 0 }])
  })

  it('has, in the services, the fourteen components of each standard with its gaps, and a button for retiring', async () => {
    const page = await openStructure('admin-services', {}, { path: 'konsultasi' })
    const open = [...page.shadowRoot!.querySelectorAll('details')].filter(d => d.open)
    expect(open).to.have.length(1)
    await accessibleInThemes(page)
    expect(open[0]!.textContent!.replace(/\s+/g, ' ')).to.match(/\d+ dari 14 terisi/)
    await typeInto(page, 'Menit biasanya di loket', '0')
    await pressOn(page, 'Lihat akibatnya')
    expect(footOf(page)).to.equal('Periksa 1 isian yang ditandai.')
    await pressOn(page, 'Batalkan perubahan')
    const retire = [...open[0]!.querySelectorAll('ui-choice')].find(c => c.textContent!.includes('Pensiun'))!
    retire.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }))
    await waitUntil(() => footOf(page).includes('Pensiun'))
    const pane = await effectsOf(page)
    expect(buttonOf(pane, 'Pensiunkan Konsultasi')).to.not.equal(undefined)
    const { body } = server.asked.find(a => a.path.endsWith('/effects'))!
    expect((body as OfficeChange).services).to.deep.equal([{ id: 'konsultasi', retired: true }])
    expect(fieldOf(pane, 'Alasan')).to.not.equal(undefined)
  })
})
