import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/reports/publication/publication-page.ts'
import type { PublicationPage } from '../../console/reports/publication/publication-page.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const ALL = 'GET /api/offices/samarinda/publications'
const NEXT = 'GET /api/offices/samarinda/publications/2026-Q1'
const PUBLISH = 'POST /api/offices/samarinda/publications/2026-Q1'
const body = {
  ...{ period: '2026-Q1', from: '2026-01-01', through: '2026-03-31', regulation: 'PermenPANRB 14/2017' },
  ...{ method: 'exact', audit: [], n: 384, visits: 19842, target: 377, ikm: 83.92, mutu: 'B', certain: true },
  ...{ interval: { low: 82.8, high: 85 }, unsur: [{ unsur: 'waktu', nrr: 3.02, fixed: false }] },
  ...{ services: [], profile: [], trend: [] },
}
const version = { version: 1, at: 1, reason: null, body, by: 'Kepala Bidang (contoh)', media: ['page'] }
const EVIDENCE = 'GET /api/offices/samarinda/evaluation'
const facts = {
  ...{ period: '2026-Q1', finished: 900, invited: 880, answered: 384, target: 88, plan: null, report: null },
  ...{ complaints: { all: 0, numbered: 0 }, change: null },
  published: { period: '2026-Q1', ikm: 83.92, at: 1, since: 1, media: ['page'] },
}
let server: ReturnType<typeof answering>

async function open(versions: readonly object[] | Error, next: object | Error, publish: unknown = { version: 2 }) {
  server = answering({
    [ALL]: versions instanceof Error ? versions : { versions },
    [NEXT]: next,
    [PUBLISH]: publish,
    [EVIDENCE]: { facts, file: { name: 'bukti.csv', type: 'text/csv', content: '' } },
  })
  const page = await fixture<PublicationPage>(
    html`<publication-page .office=${office} .live=${still()}></publication-page>`,
  )
  await waitUntil(() => page.shadowRoot!.querySelector('.value, ui-state[kind="empty"], ui-state[kind="error"]'))
  return page
}
const within = (page: PublicationPage) => page.shadowRoot!
const said = (page: PublicationPage) =>
  [wordsOf(page), ...[...within(page).querySelectorAll('ui-state')].map(({ heading }) => heading)].join(' ')
const button = (page: PublicationPage) => within(page).querySelector<HTMLElement>('ui-button[variant="primary"]')!
const posts = () => server.asked.filter(a => a.method === 'POST').map(a => a.body)

describe('the publication of the IKM', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('lists the evidence for evaluations once that is opened, and gives it as a file [S79]', async () => {
    const page = await open([version], { now: body, why: null })
    const pane = within(page).querySelector('evaluation-pane')!
    expect(server.asked.some(a => a.path.includes('evaluation'))).to.equal(false)
    pane.shadowRoot!.querySelector('summary')!.click()
    await waitUntil(() => pane.shadowRoot!.querySelector('dl'))
    await accessibleInThemes(page)
    expect(wordsOf(pane)).to.contain('IKM 83,92, sasaran di atas 88.').and.to.contain('bukan pernyataan hukum')
    let given = ''
    pane.save = file => (given = file.name)
    pane.shadowRoot!.querySelector<HTMLElement>('ui-button')!.click()
    expect(given).to.equal('bukti.csv')
  })

  it('leads to the sheets for print of each version, also of each service [S78]', async () => {
    const services = [{ service: 'ktp', name: ['KTP-el', 'Identity card'], n: 99, ikm: 80, mutu: 'B', unsur: [] }]
    const page = await open([{ ...version, body: { ...body, services } }], { now: body, why: null })
    await accessibleInThemes(page)
    const links = [...within(page).querySelectorAll('a')].map(a => a.getAttribute('href'))
    for (const path of ['lembar-a4.pdf', 'lembar-a3.pdf', 'lembar', 'lembar-a4/ktp', 'lembar-a3/ktp'])
      expect(links).to.include(`/ikm/samarinda/2026-Q1/${path}?versi=1&lang=id`)
  })

  it('shows what will be published before it is, and asks once more [S70]', async () => {
    const page = await open([], { now: body, why: null })
    await accessibleInThemes(page)
    for (const words of ['83,92 · B', '82,80–85,00', '384', '377, tercapai', 'Belum ada yang terbit'])
      expect(said(page)).to.contain(words)
    button(page).click()
    await page.updateComplete
    const dialog = within(page).querySelector('ui-dialog')!
    expect(dialog.open).to.equal(true)
    dialog.dispatchEvent(new CustomEvent('primary'))
    await page.updateComplete
    expect([dialog.open, posts()]).to.deep.equal([false, []])
    button(page).click()
    await page.updateComplete
    dialog.dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => said(page).includes('Sudah diterbitkan.'))
    expect(posts()).to.deep.equal([{ version: 0, reason: '', media: ['page'] }])
  })

  it('asks for a reason before it replaces a version, and says so where nothing has changed [S71]', async () => {
    const page = await open([version], { now: { ...body, ikm: 84 }, why: null })
    await accessibleInThemes(page)
    button(page).click()
    await page.updateComplete
    expect(said(page)).to.contain('Tulis mengapa versi sebelumnya diganti.')
    expect(within(page).querySelector('ui-dialog')!.open).to.equal(false)
    server.restore()
    const same = await open([version], { now: body, why: null })
    expect(said(same)).to.contain('Versi terbaru sudah memuat angka ini.')
    expect(button(same)).to.equal(null)
  })

  it('begins with the media of the newest version, and offers no version where nothing has changed [S71 S78]', async () => {
    const media = ['page', 'hall', 'poster']
    const page = await open([{ ...version, media }], { now: body, why: null })
    const boxes = () => [...within(page).querySelectorAll<HTMLInputElement>('input[type="checkbox"]')]
    expect(boxes().map(box => box.checked)).to.deep.equal([true, true, true, false, false, false])
    expect(said(page)).to.contain('3 media dihitung')
    expect([button(page), within(page).querySelector('textarea')]).to.deep.equal([null, null])
    boxes()[5]!.click()
    await page.updateComplete
    const reason = within(page).querySelector('textarea')!
    reason.value = 'Juga di koran.'
    reason.dispatchEvent(new Event('input'))
    button(page).click()
    await page.updateComplete
    within(page).querySelector('ui-dialog')!.dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => posts().length === 1)
    expect(posts()).to.deep.equal([{ version: 1, reason: 'Juga di koran.', media: [...media, 'press'] }])
  })

  it('says why nothing can be published, and when it could not be read', async () => {
    const held = await open([], { now: null, why: 'heldBack' })
    expect(said(held)).to.contain('Angka periode ini belum terbuka')
    await accessibleInThemes(held)
    server.restore()
    const broken = await open(new Error('UNREACHABLE'), { now: null, why: 'few' })
    expect(within(broken).querySelector('ui-state[kind="error"]')).not.to.equal(null)
  })
})
