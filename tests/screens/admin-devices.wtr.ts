import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/admin/devices/admin-devices.ts'
import type { AdminDevices } from '../../console/admin/devices/admin-devices.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, lostFirst, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { unheardWithout } from '../../console/admin/devices/unheard-without.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const DEVICES = '/api/offices/samarinda/devices'
const kiosk = {
  id: 'd1',
  kind: 'kiosk',
  name: 'Kiosk lobi',
  officeId: 'samarinda',
  area: null,
  pairedAt: at('08:00'),
  lastSeenAt: at('10:10'),
}

const ORIGIN = 'https://antrean.example.go.id'
const listed = (...devices: readonly object[]) => ({ devices, awaited: [], origin: ORIGIN })

let server: ReturnType<typeof answering>

describe('the devices of an office', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  async function open(answers: Readonly<Record<string, unknown>> = {}) {
    server = answering({ [`GET ${DEVICES}`]: listed(kiosk), ...answers })
    const page = await fixture<AdminDevices>(
      html`<admin-devices .office=${office} .staff=${staffOf('administrator')} .live=${still()}></admin-devices>`,
    )
    await waitUntil(() => !page.shadowRoot!.querySelector('ui-state:not([kind="empty"])'))
    return page
  }
  const submit = async (page: AdminDevices, code: string, name: string) => {
    const [first, second] = [...page.shadowRoot!.querySelectorAll('input')]
    for (const [input, value] of [
      [first!, code],
      [second!, name],
    ] as const) {
      input.value = value
      input.dispatchEvent(new Event('input'))
    }
    page.shadowRoot!.querySelector('form')!.requestSubmit()
    await page.updateComplete
  }

  it('read well in every theme', async () => {
    await accessibleInThemes(await open())
  })

  it('are placed in an area of the hall, displays alone, where the office has areas [V9]', async () => {
    const areas = [
      { id: 'bawah', name: ['Lantai 1', 'Floor 1'] },
      { id: 'atas', name: ['Lantai 2', 'Floor 2'] },
    ]
    const display = { ...kiosk, id: 'd2', kind: 'display', name: 'Layar atas', area: 'bawah' }
    const page = await open({
      [`GET ${DEVICES}`]: listed(kiosk, display),
      [`POST ${DEVICES}/d2/area`]: { ok: true },
      [`POST ${DEVICES}`]: { device: display },
    })
    page.office = { ...office, areas } as never
    await page.updateComplete
    await waitUntil(() => page.shadowRoot!.querySelector('ui-table')!.shadowRoot!.querySelector('select'))
    const selects = [...page.shadowRoot!.querySelector('ui-table')!.shadowRoot!.querySelectorAll('select')]
    expect(selects.map(s => s.value)).to.deep.equal(['bawah'])
    await accessibleInThemes(page)
    const [chosen] = selects
    chosen!.value = ''
    chosen!.dispatchEvent(new Event('change'))
    await waitUntil(() => wordsOf(page).includes('dalam satu menit'))
    expect(server.asked.find(a => a.path === `${DEVICES}/d2/area`)!.body).to.deep.equal({ area: null })
    const first = page.shadowRoot!.querySelector('form select') as HTMLSelectElement
    first.value = 'atas'
    first.dispatchEvent(new Event('change'))
    await submit(page, 'BCDF2345', 'Layar baru')
    await waitUntil(() => server.asked.some(a => a.method === 'POST' && a.path === DEVICES))
    const made = server.asked.find(a => a.method === 'POST' && a.path === DEVICES)!
    expect(made.body).to.deep.equal({ code: 'BCDF2345', name: 'Layar baru', area: 'atas' })
  })

  it('say first which address each of them opens, and have it copied', async () => {
    const page = await open()
    const first = page.shadowRoot!.querySelector('device-addresses')!
    const shown = [...first.shadowRoot!.querySelectorAll('code')].map(code => code.textContent)
    expect(shown).to.deep.equal([`${ORIGIN}/kiosk/`, `${ORIGIN}/display/`, `${ORIGIN}/survey/?counter=1`])
    const codes = [...first.shadowRoot!.querySelectorAll('ui-qr')].map(code => code.value)
    expect(codes).to.deep.equal(shown)
    expect(first.compareDocumentPosition(page.shadowRoot!.querySelector('form')!)).to.equal(
      Node.DOCUMENT_POSITION_FOLLOWING,
    )
    const real = navigator.clipboard.writeText
    const taken: string[] = []
    navigator.clipboard.writeText = async text => void taken.push(text)
    first.shadowRoot!.querySelectorAll<HTMLElement>('ui-button')[1]!.click()
    await waitUntil(() => wordsOf(first).includes('Alamat Layar tersalin.'))
    navigator.clipboard.writeText = real
    expect(taken).to.deep.equal([`${ORIGIN}/display/`])
  })

  it('have for the tablet the address of its counter', async () => {
    const first = (await open()).shadowRoot!.querySelector('device-addresses')!
    const choice = first.shadowRoot!.querySelector('select')!
    expect([...choice.options].map(o => o.value)).to.deep.equal(office.counters.map(c => c.id))
    choice.value = '3'
    choice.dispatchEvent(new Event('change'))
    await first.updateComplete
    expect(first.shadowRoot!.querySelectorAll('code')[2]!.textContent).to.equal(`${ORIGIN}/survey/?counter=3`)
    first.counters = []
    await first.updateComplete
    expect(first.shadowRoot!.querySelectorAll('code')).to.have.length(2)
  })

  it('mark the code that is not known, and ask before two have one name', async () => {
    const page = await open({ [`POST ${DEVICES}`]: new AppError('PAIRING_UNKNOWN') })
    const field = (name: string) => page.shadowRoot!.querySelector(`.${name} input`)!
    await submit(page, 'BCDF2345', 'kiosk lobi')
    expect(wordsOf(page)).to.contain('Sudah ada perangkat bernama Kiosk lobi')
    expect([field('name').ariaInvalid, page.shadowRoot!.activeElement]).to.deep.equal(['true', field('name')])
    expect(server.asked.some(a => a.method === 'POST')).to.equal(false)
    await submit(page, 'BCDF2345', 'kiosk lobi')
    await waitUntil(() => wordsOf(page).includes('Kode tidak dikenal'))
    expect([field('code').ariaInvalid, field('name').ariaInvalid]).to.deep.equal(['true', 'false'])
    expect(page.shadowRoot!.activeElement).to.equal(field('code'))
  })

  it('are told at an address of this computer alone that no other device can open it', async () => {
    const page = await open({ [`GET ${DEVICES}`]: { devices: [], awaited: [], origin: 'http://localhost:8080' } })
    expect(wordsOf(page.shadowRoot!.querySelector('device-addresses')!)).to.contain('hanya bisa dibuka di komputer ini')
    server.restore()
    const other = await open()
    expect(wordsOf(other.shadowRoot!.querySelector('device-addresses')!)).not.to.contain('di komputer ini')
  })

  it('lead back to the set-up while the office has not opened', async () => {
    const page = await open()
    expect(page.shadowRoot!.querySelector('a[href="#/siapkan"]')).to.equal(null)
    page.office = { ...office, openedAt: null } as never
    await page.updateComplete
    expect(page.shadowRoot!.querySelector('a[href="#/siapkan"]')).not.to.equal(null)
  })

  it('stand in the list once approved, first as awaited, and by themselves as come', async () => {
    let devices: readonly object[] = []
    const clock = { now: at('10:24') }
    server = answering({
      [`GET ${DEVICES}`]: () => listed(...devices),
      [`POST ${DEVICES}`]: { device: { ...kiosk, pairedAt: at('10:24'), lastSeenAt: null } },
    })
    const page = await fixture<AdminDevices>(
      html`<admin-devices
        .office=${office}
        .staff=${staffOf('administrator')}
        .live=${{ now: () => clock.now } as never}
      ></admin-devices>`,
    )
    await waitUntil(() => page.shadowRoot!.querySelector('ui-state[kind="empty"]'))
    await submit(page, 'BCDF2345', 'Kiosk lobi')
    await waitUntil(() => page.shadowRoot!.querySelector('ui-table'))
    expect(page.shadowRoot!.querySelector('ui-table')!.rows[0]!.cells['seen']).to.equal('menunggu perangkatnya')
    devices = [{ ...kiosk, lastSeenAt: at('10:24') }]
    clock.now += 1_000
    page.requestUpdate()
    await waitUntil(() => wordsOf(page).includes('Kiosk lobi sudah terpasang.'))
    expect(page.shadowRoot!.querySelector('ui-table')!.rows[0]!.cells['seen']).to.equal('baru saja')
    devices = []
    clock.now += 5_000
    page.requestUpdate()
    await waitUntil(() => page.shadowRoot!.querySelector('ui-state[kind="empty"]'))
  })

  it('are taken out while they are still awaited, by whoever sees them, also on a page that is loaded anew', async () => {
    const tv = { ...kiosk, id: 'd9', kind: 'display', name: 'Layar salah', lastSeenAt: null }
    let awaited = [tv]
    const page = await open({
      [`GET ${DEVICES}`]: () => ({ ...listed(kiosk), awaited }),
      [`POST ${DEVICES}/d9/revoke`]: () => ((awaited = []), { ok: true }),
    })
    const table = page.shadowRoot!.querySelector('ui-table')!
    expect(table.rows.map(row => row.cells['seen'])).to.deep.equal(['14 menit lalu', 'menunggu perangkatnya'])
    await table.updateComplete
    table.shadowRoot!.querySelector<HTMLElement>('ui-button[label="Cabut Layar salah"]')!.click()
    await page.updateComplete
    page.shadowRoot!.querySelector('ui-dialog')!.dispatchEvent(new Event('secondary'))
    await waitUntil(() => wordsOf(page).includes('Layar salah sudah dicabut.'))
    await waitUntil(() => table.rows.length === 1)
  })

  it('tell when each was last seen', async () => {
    const table = (await open()).shadowRoot!.querySelector('ui-table')!
    expect(table.rows[0]!.cells).to.include({ name: 'Kiosk lobi', kind: 'Kiosk', seen: '14 menit lalu' })
  })

  it('are approved by the code they show, written in any case', async () => {
    const page = await open({ [`POST ${DEVICES}`]: { device: kiosk } })
    await submit(page, ' bcdf-2345 ', 'Kiosk pintu')
    await waitUntil(() => /Kiosk (lobi|pintu) (disetujui|sudah terpasang)\./.test(wordsOf(page)))
    expect(server.asked.find(a => a.method === 'POST')!.body).to.deep.equal({ code: 'BCDF-2345', name: 'Kiosk pintu' })
  })

  it('are approved under one key, though the answer was lost and the form was sent again', async () => {
    const page = await open({ [`POST ${DEVICES}`]: lostFirst({ device: kiosk }) })
    await submit(page, 'BCDF-2345', 'Kiosk pintu')
    await submit(page, 'BCDF-2345', 'Kiosk pintu')
    await waitUntil(() => /Kiosk (lobi|pintu) (disetujui|sudah terpasang)\./.test(wordsOf(page)))
    const keys = server.asked.filter(a => a.method === 'POST').map(a => a.key)
    expect(keys).to.deep.equal([keys[0], keys[0]])
  })

  it('are not approved without code and name', async () => {
    const page = await open()
    await submit(page, 'BC', '')
    expect(wordsOf(page)).to.contain('Isi kode dan nama perangkat.')
    expect(server.asked.filter(a => a.method === 'POST')).to.have.length(0)
  })

  it('are taken out on a phone too: no act of a row is out of sight', async () => {
    await setViewport({ width: 320, height: 640 })
    const page = await open()
    const table = page.shadowRoot!.querySelector('ui-table')!
    await table.updateComplete
    const button = table.shadowRoot!.querySelector('ui-button')!
    const right = [button.getBoundingClientRect().right, document.documentElement.scrollWidth]
    await setViewport({ width: 1366, height: 768 })
    expect(Math.max(...right)).to.be.at.most(320)
  })

  it('are taken out only after a second yes', async () => {
    const page = await open({ [`POST ${DEVICES}/d1/revoke`]: { ok: true } })
    const table = page.shadowRoot!.querySelector('ui-table')!
    await table.updateComplete
    table.shadowRoot!.querySelector<HTMLElement>('ui-button')!.click()
    await page.updateComplete
    const dialog = page.shadowRoot!.querySelector('ui-dialog')!
    expect([dialog.open, dialog.heading]).to.deep.equal([true, 'Cabut Kiosk lobi?'])
    expect(server.asked.filter(a => a.method === 'POST')).to.have.length(0)
    dialog.dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => wordsOf(page).includes('Kiosk lobi sudah dicabut.'))
    expect(server.asked.filter(a => a.path.endsWith('/d1/revoke'))).to.have.length(1)
  })

  it('say before they are taken out whose calls nobody hears any more [A41]', () => {
    const areas = [{ id: 'timur', name: ['Ruang timur', 'East hall'] as const }]
    const hall = { ...office, areas, counters: office.counters.map((c, i) => ({ ...c, area: i < 2 ? 'timur' : null })) }
    const of = (id: string, area: string | null, kind = 'display') => ({ id, kind, area })
    const [east, whole, kiosk] = [of('d1', 'timur'), of('d2', null), of('d3', null, 'kiosk')] as const
    const other = of('d4', 'barat')
    const two = { ...hall, areas: [...areas, { id: 'barat', name: ['Ruang barat', 'West hall'] as const }] }
    expect(unheardWithout(two, [east, other, kiosk], east)).to.contain('panggilan di Ruang timur tidak terdengar')
    expect(unheardWithout(hall, [east, whole, kiosk], east)).to.equal('')
    expect(unheardWithout(hall, [whole, kiosk], whole)).to.contain('layar terakhir')
    expect(unheardWithout(hall, [whole, kiosk], kiosk)).to.equal('')
  })
})
