import { expect, waitUntil } from '@open-wc/testing'
import '../../console/admin/offices/admin-offices.ts'
import '../../console/frame/console-frame.ts'
import { setLang } from '../../shared/web/lang.ts'
import { NOW, office, staffOf, wordsOf } from '../helpers/console-pages.ts'
import { openStructure, pressOn, server, settled, typeInto } from '../helpers/structure-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const PATH = '/api/offices/samarinda/offices'
const own = { id: 'samarinda', name: office.name, city: 'Samarinda', zone: 'WITA', opened: true, mine: true }
const timur = { id: 'timur', name: 'Kecamatan Timur', city: 'Jayapura', zone: 'WIT', opened: false, mine: true }
const barat = { ...timur, id: 'barat', name: 'Kecamatan Barat', mine: false }
const guest = { id: 'g1', name: 'Rina Contoh', office: 'Kantor Pusat' }
const LINK = { url: '/console/#/tautan/aaaaaaaaaaaaaaaaaaaaaa', until: NOW + 48 * 3_600_000 }

async function open(answers: Readonly<Record<string, unknown>> = {}) {
  const page = await openStructure('admin-offices', {
    [`GET ${PATH}`]: { offices: [own, timur, barat], guests: [guest] },
    ...answers,
  })
  await waitUntil(() => wordsOf(page).includes('Kecamatan Timur'))
  return page
}

describe('the offices of an installation', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => {
    server.restore()
    document.querySelectorAll('admin-offices, console-frame').forEach(e => e.remove())
  })

  it('read well in every theme, also with a link just made', async () => {
    const page = await open({ [`POST ${PATH}`]: { office: { ...office, name: 'Kantor Tiga' }, link: LINK } })
    await accessibleInThemes(page)
    page.shadowRoot!.querySelectorAll<HTMLElement>('input[type="radio"]')[1]!.click()
    await settled(page)
    await typeInto(page, 'Nama kantor', 'Kantor Tiga')
    await typeInto(page, 'Kota atau kabupaten', 'Jayapura')
    await typeInto(page, 'Namanya', 'Dewi Contoh')
    await typeInto(page, 'Surelnya, dipakai untuk masuk', 'dewi@timur.example')
    page.shadowRoot!.querySelector('form')!.requestSubmit()
    await waitUntil(() => wordsOf(page).includes('Kantor Tiga dibuat dan sedang disiapkan.'))
    expect(wordsOf(page)).to.contain('Tautan untuk Dewi Contoh').and.contain('/console/#/tautan/aaaaaaaaaaaaaaaaaaaaaa')
    expect(server.asked.find(a => a.method === 'POST')!.body).to.deep.equal({
      ...{ name: 'Kantor Tiga', city: 'Jayapura', zone: 'WITA', template: null },
      administrator: { name: 'Dewi Contoh', email: 'dewi@timur.example' },
    })
    await accessibleInThemes(page)
    // Whatever prints the page prints the link alone, and it is asked about before it is lost.
    const sheet = document.querySelector('body > invitation-sheet')!
    expect(wordsOf(sheet)).to.contain('Kantor Tiga').and.contain('dewi@timur.example')
    expect(sheet.classList.contains('print-alone')).to.equal(true)
    const away = document.createElement('a')
    away.href = '#/perangkat'
    document.body.append(away)
    away.click()
    away.remove()
    await settled(page)
    expect(location.hash).to.equal('')
    expect(page.shadowRoot!.querySelector('ui-dialog')!.open).to.equal(true)
  })

  it('say where one is, and lead to those alone that one sets up', async () => {
    const page = await open({ 'POST /api/me/office': { staff: staffOf('administrator') } })
    expect(wordsOf(page)).to.contain('Anda di sini').and.contain('disiapkan administratornya')
    let moved = 0
    page.addEventListener('moved', () => moved++)
    await pressOn(page, 'Kerja di Kecamatan Timur')
    await waitUntil(() => moved === 1)
    expect(server.asked.at(-1)).to.include({ path: '/api/me/office' })
    expect(server.asked.at(-1)!.body).to.deep.equal({ office: 'timur' })
  })

  it('say who of elsewhere sets this one up, and end it', async () => {
    const page = await open({ [`POST /api/offices/samarinda/guests/g1/end`]: { ok: true } })
    expect(wordsOf(page)).to.contain('Rina Contoh').and.contain('Kantor Pusat')
    await pressOn(page, 'Akhiri Rina Contoh')
    await waitUntil(() => server.asked.filter(a => a.path === PATH).length === 2)
  })

  it('are reached from the name in the bar by whoever sets up several', async () => {
    const page = await openStructure<HTMLElement>(
      'console-frame',
      {},
      {
        staff: { ...staffOf('administrator'), offices: ['samarinda', 'timur'] },
      },
    )
    expect(page.shadowRoot!.querySelector<HTMLAnchorElement>('a.brand')!.hash).to.equal('#/pengaturan/kantor-lain')
  })
})
