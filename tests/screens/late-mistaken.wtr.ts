import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/score/late-mistaken.ts'
import '../../console/score/late-outage-list.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const at = Date.UTC(2026, 6, 13, 1)
const OUT = {
  ...{ kind: 'outage', id: 'late-1', service: 'ktp-el', date: '2026-05-20', since: at, until: at + 3_600_000 },
  ...{ reason: 'systemDown', by: 'Kepala Seksi (contoh)', agreedBy: 'Kepala Bidang (contoh)' },
} as const

describe('an outage of a past day that its officer calls mistaken', () => {
  let server: ReturnType<typeof answering>
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  const told = (mistaken: { until: string | null; words: string | null; kept: string | null }) =>
    fixture<HTMLElement>(html`<late-mistaken .out=${{ ...OUT, mistaken }}></late-mistaken>`)

  it('is objected to in words until its last day, once, and then waits for a third person [O417]', async () => {
    server = answering({ 'POST /api/me/late-outages/late-1/object': { ok: true } })
    const part = await told({ until: '2026-07-27', words: null, kept: null })
    const root = part.shadowRoot!
    root.querySelector('details')!.open = true
    await accessibleInThemes(part)
    expect(wordsOf(part)).to.contain('Sampai 27 Juli 2026').and.contain('orang ketiga')
    const [field, send] = [root.querySelector('textarea')!, root.querySelector('ui-button')!]
    expect(send.hasAttribute('disabled')).to.equal(true)
    field.value = 'Hari itu sistem jalan'
    field.dispatchEvent(new Event('input'))
    await waitUntil(() => !send.hasAttribute('disabled'))
    send.click()
    await waitUntil(() => wordsOf(part).includes('menunggu orang ketiga'), 'not said')
    expect(server.asked.map(a => a.body)).to.deep.equal([{ words: 'Hari itu sistem jalan' }])
    expect(root.querySelector('form')).to.equal(null)
  })

  it('says why it stays, and offers nothing once nobody may say so any more [O417]', async () => {
    server = answering({})
    const kept = await told({ until: null, words: 'Keliru', kept: 'Ada di log server' })
    await accessibleInThemes(kept)
    expect(wordsOf(kept)).to.contain('Ada di log server')
    expect((await told({ until: null, words: null, kept: null })).shadowRoot!.children).to.have.length(0)
  })

  it('is read with both sides by whoever decides, who says why it stays [O417]', async () => {
    const keep = 'POST /api/offices/samarinda/late-outages/l1/keep'
    const acts = [
      { what: 'marked', by: 'Kepala Seksi (contoh)', at },
      { what: 'agreed', by: 'Kepala Bidang (contoh)', at },
      { what: 'objected', by: 'Petugas 1 (contoh)', at, words: 'Hari itu sistem jalan' },
    ]
    const late = {
      ...{ id: 'l1', serviceId: 'ktp-el', date: '2026-05-20', since: at, until: at + 3_600_000, state: 'leaving' },
      ...{ reason: 'systemDown', acts, own: false, may: { agree: true, takeBack: false, keep: true } },
    }
    server = answering({ 'GET /api/offices/samarinda/late-outages': { outages: [late] }, [keep]: { ok: true } })
    const pane = await fixture<HTMLElement>(html`<late-outage-list .office=${office}></late-outage-list>`)
    const root = pane.shadowRoot!
    await waitUntil(() => root.querySelector('[data-act=keep]'), 'no list')
    expect(wordsOf(pane)).to.contain('Hari itu sistem jalan').and.contain('dikatakan keliru oleh Petugas 1 (contoh)')
    root.querySelector<HTMLElement>('[data-act=keep]')!.click()
    await waitUntil(() => root.querySelector('ui-dialog'), 'not asked')
    await accessibleInThemes(pane)
    const why = root.querySelector<HTMLTextAreaElement>('ui-dialog textarea')!
    why.value = 'Ada di log server'
    why.dispatchEvent(new Event('input'))
    root.querySelector('ui-dialog')!.dispatchEvent(new Event('primary'))
    await waitUntil(() => server.asked.some(a => a.path.endsWith('/keep')), 'not sent')
    expect(server.asked.find(a => a.path.endsWith('/keep'))!.body).to.deep.equal({ words: 'Ada di log server' })
  })
})
