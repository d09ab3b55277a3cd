import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/admin/admin-devices.ts'
import type { AdminDevices } from '../../console/admin/admin-devices.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, lostFirst, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const DEVICES = '/api/offices/samarinda/devices'
const kiosk = {
  id: 'd1',
  kind: 'kiosk',
  name: 'Kiosk lobi',
  officeId: 'samarinda',
  pairedAt: at('08:00'),
  lastSeenAt: at('10:10'),
}

let server: ReturnType<typeof answering>

describe('the devices of an office', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  async function open(answers: Readonly<Record<string, unknown>> = {}) {
    server = answering({ [`GET ${DEVICES}`]: { devices: [kiosk] }, ...answers })
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

  it('tell when each was last seen', async () => {
    const table = (await open()).shadowRoot!.querySelector('ui-table')!
    expect(table.rows[0]!.cells).to.include({ name: 'Kiosk lobi', kind: 'Kiosk', seen: '14 menit lalu' })
  })

  it('are approved by the code they show, written in any case', async () => {
    const page = await open({ [`POST ${DEVICES}`]: { device: kiosk } })
    await submit(page, ' bcdf-2345 ', 'Kiosk lobi')
    await waitUntil(() => wordsOf(page).includes('Kiosk lobi disetujui.'))
    expect(server.asked.find(a => a.method === 'POST')!.body).to.deep.equal({ code: 'BCDF-2345', name: 'Kiosk lobi' })
  })

  it('are approved under one key, though the answer was lost and the form was sent again', async () => {
    const page = await open({ [`POST ${DEVICES}`]: lostFirst({ device: kiosk }) })
    await submit(page, 'BCDF-2345', 'Kiosk lobi')
    await submit(page, 'BCDF-2345', 'Kiosk lobi')
    await waitUntil(() => wordsOf(page).includes('Kiosk lobi disetujui.'))
    const keys = server.asked.filter(a => a.method === 'POST').map(a => a.key)
    expect(keys).to.deep.equal([keys[0], keys[0]])
  })

  it('are not approved without code and name', async () => {
    const page = await open()
    await submit(page, 'BC', '')
    expect(wordsOf(page)).to.contain('Isi kode dan nama perangkat.')
    expect(server.asked.filter(a => a.method === 'POST')).to.have.length(0)
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
})
