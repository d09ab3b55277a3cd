import { expect, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/admin/history/admin-history.ts'
import '../../console/admin/services/admin-services.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { setLang } from '../../shared/web/lang.ts'
import { at, office, wordsOf, type Asked } from '../helpers/console-pages.ts'
import { NOBODY, buttonOf, openStructure, pressOn, server, settled, typeInto } from '../helpers/structure-pages.ts'
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
    document.querySelectorAll('admin-history, services-list, service-page').forEach(page => page.remove())
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

  it('says why the last change cannot be undone, and that a version is no other, rather than do nothing', async () => {
    const versions = [made(4, ['roles']), ...VERSIONS]
    const page = await openStructure('admin-history', {
      ...HISTORY,
      [`GET ${O}/versions`]: { versions },
      [`GET ${O}/structure`]: { office, last: versions[0], undo: null },
      [`GET ${O}/versions/3/compare`]: { fields: [] },
      [`POST ${O}/versions/3/effects`]: NOBODY,
    })
    await waitUntil(() => wordsOf(page).includes('Peran kantor ini'))
    expect(wordsOf(page)).to.include('Perubahan terakhir tidak dapat diurungkan di sini')
    expect(wordsOf(page)).not.to.include('Urungkan perubahan terakhir')
    await pressOn(page, 'Kembalikan versi 3')
    await waitUntil(() => wordsOf(page).includes('Versi 3 tidak berbeda'))
    expect(page.shadowRoot!.querySelector('effects-pane')).to.equal(null)
  })

  it('sets any two versions side by side, not only one beside what is in force', async () => {
    const page = await openStructure('admin-history', {
      ...HISTORY,
      [`GET ${O}/versions/1/compare`]: ({ query }: Asked) => ({
        fields: query.get('with') === '2' ? [{ field: 'hours.1', here: null, there: null }] : [],
      }),
    })
    await waitUntil(() => page.shadowRoot!.querySelector('form'))
    const [one, other] = [...page.shadowRoot!.querySelectorAll<HTMLInputElement>('.two input')]
    one!.value = '1'
    other!.value = '2'
    page.shadowRoot!.querySelector('form')!.requestSubmit()
    await waitUntil(() => wordsOf(page).includes('Beda versi 1 dan versi 2'))
    expect(wordsOf(page)).to.include('Senin')
    await accessibleInThemes(page)
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

  it('says what stands in the way of a version that no longer fits, and where', async () => {
    const problems = [{ field: 'services.ktp-el.letter', problem: 'letterTaken', with: 'legalisir' }]
    const page = await openStructure('admin-history', {
      ...HISTORY,
      [`POST ${O}/versions/2/effects`]: new AppError('STRUCTURE_UNSOUND', { problems }),
    })
    await waitUntil(() => buttonOf(page, 'Urungkan perubahan terakhir'))
    await pressOn(page, 'Urungkan perubahan terakhir')
    await waitUntil(() => page.shadowRoot!.querySelector('.bad'))
    expect(wordsOf(page)).to.include('KTP-el: Huruf: Huruf ini sudah dipakai Legalisir')
  })

  it('finds a service of three hundred by a part of its name, and the next one in its chooser', async () => {
    const [first] = office.services
    const many = Array.from({ length: 300 }, (_, i) => ({
      ...{
        ...first!,
        next: null,
        agency: null,
        id: `s${i}`,
        letter: '',
        name: [`Layanan ${i}`, `Service ${i}`] as const,
      },
    }))
    const page = await openStructure('services-list', {}, { office: { ...office, services: many, lifeEvents: [] } })
    const seen = () =>
      [...page.shadowRoot!.querySelectorAll<HTMLElement>('.member:not([hidden])')].map(m => m.dataset['id'])
    expect(seen()).to.have.length(300)
    await typeInto(page, 'Cari di daftar ini', 'layanan 29')
    expect(seen()).to.have.length(11)
    expect(wordsOf(page)).to.contain('11 dari 300')
    expect(page.shadowRoot!.querySelector('[data-id="s29"] a')!.getAttribute('href')).to.equal(
      '#/pengaturan/layanan/s29',
    )
    page.remove()
    const one = await openStructure(
      'service-page',
      {},
      { path: 's29', office: { ...office, services: many, lifeEvents: [] } },
    )
    await pressOn(one, 'Ubah Nama dan langkah')
    const next = one.shadowRoot!.querySelector<HTMLInputElement>('input[list]')!
    const choose = async (typed: string) => {
      next.value = typed
      next.dispatchEvent(new Event('change'))
      await settled(one)
      return next.value
    }
    const options = () => one.shadowRoot!.querySelectorAll('datalist option').length
    expect(options()).to.equal(0)
    next.focus()
    expect(options()).to.equal(299)
    expect(await choose('layanan 7')).to.equal('Layanan 7')
    expect(await choose('Layanan')).to.equal('Layanan 7')
    expect(await choose('')).to.equal('')
  })
})
