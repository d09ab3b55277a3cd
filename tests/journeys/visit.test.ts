import { describe, expect, it } from 'vitest'
import { journey } from '../helpers/journey.ts'

/** One visit from the kiosk to the officer's record, in real browsers on the real office.server. */
const office = journey()

describe('a visit', () => {
  it('goes from the kiosk over the hall and the desk to the survey, and each screen follows within a second', async () => {
    const kiosk = await office.open('kiosk')
    const hall = await office.open('hall')
    const desk = await office.open('console')
    await Promise.all([
      kiosk.page.goto(`${office.server.url}/kiosk/`),
      hall.page.goto(`${office.server.url}/display/`),
      desk.page.goto(`${office.server.url}/console/`),
    ])

    // Three touches: the service, and the number.
    await kiosk.page.getByRole('button', { name: /^KTP/ }).click()
    await kiosk.page.getByRole('button', { name: /Ambil nomor/ }).click()
    await kiosk.page.getByText('A-001').first().waitFor()
    await hall.page.getByRole('heading', { name: 'Belum ada panggilan' }).waitFor()

    // The citizen follows on a phone, without any account.
    const link = await kiosk.page.evaluate(() => {
      const find = (node: ParentNode): string | undefined => {
        for (const el of node.querySelectorAll('*')) {
          const value = (el as { value?: unknown }).value
          if (el.localName === 'ui-qr' && typeof value === 'string') return value
          const inner = el.shadowRoot && find(el.shadowRoot)
          if (inner) return inner
        }
        return undefined
      }
      return find(document)
    })
    expect(link).toMatch(new RegExp(`^${office.server.url}/t/`))
    const phone = await office.open('phone')
    await phone.page.goto(link!)
    await phone.page.getByText('A-001').first().waitFor()

    // The officer signs in and works by keyboard alone.
    await desk.page.getByLabel('Nama pengguna').fill('petugas1')
    await desk.page.getByLabel('Kata sandi', { exact: true }).fill('tanggap-demo')
    await desk.page.keyboard.press('Enter')
    await desk.page.getByRole('button', { name: /Loket 1/ }).click()
    await desk.page.getByText('Siap memanggil').waitFor()
    // The day may say that the counter is open before the answer to the officer is there; Space calls once it is.
    await desk.page.locator('desk-buttons .primary:focus').waitFor()
    const pressed = Date.now()
    await desk.page.keyboard.press('Space')
    await Promise.all([
      desk.page
        .getByRole('button', { name: /Mulai layani/ })
        .first()
        .waitFor(),
      hall.page.getByText('A-001').first().waitFor(),
      phone.page
        .getByText(/Loket 1/)
        .first()
        .waitFor(),
    ])
    expect(Date.now() - pressed).toBeLessThan(2_000)

    // A second press on the heels of the first is not taken for another act.
    const hears = () => desk.page.locator('desk-buttons .primary:not([resting])').waitFor()
    await hears()
    await desk.page.keyboard.press('Space')
    await desk.page.getByText('Sedang dilayani').first().waitFor()
    await hears()
    await desk.page.keyboard.press('Space')
    await desk.page.getByRole('heading', { name: 'Belum ada yang menunggu' }).waitFor()

    // The visit is over: the same link leads to the survey, and one tap is a complete answer.
    await phone.page
      .getByRole('link', { name: /nilai|survei/i })
      .first()
      .click()
    await phone.page.getByRole('radio', { name: /Sangat puas/ }).click()
    await phone.page
      .getByText(/Terima kasih/)
      .first()
      .waitFor()
    const token = new URL(phone.page.url()).pathname.split('/')[2]
    await expect
      .poll(
        async () =>
          ((await (await fetch(`${office.server.url}/api/surveys/${token}`)).json()) as { state: string }).state,
        {
          timeout: 10_000,
        },
      )
      .toBe('rated')

    // It is on the officer's own record at once as work; as a score only when its period is closed.
    const [record, scores] = await desk.page.evaluate(() =>
      Promise.all(['record', 'scores'].map(async part => (await fetch(`/api/me/${part}`)).json())),
    )
    expect(record.record.served).toBe(1)
    expect(scores.score).toBeNull()

    for (const screen of [kiosk, hall, desk, phone])
      expect(screen.troubles.filter(t => !/401 \(Unauthorized\)/.test(t))).toEqual([])
  })
})
